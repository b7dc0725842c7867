import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BadRequestError } from '@starkmatter/core'

/**
 * Refuses a folder to import from that is not there, before anything is opened for it.
 *
 * @throws {BadRequestError} there is no such folder, or it cannot be read
 */
export async function assertDataFolder(folder: string): Promise<void> {
  await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const problem =
      cause.code === 'ENOENT'
        ? 'does not exist'
        : cause.code === 'ENOTDIR'
          ? 'is a file: give the folder that it is in'
          : `cannot be read (${cause.code})`
    throw new BadRequestError(`The folder to import, "${resolve(folder)}", ${problem}.`, {
      parameter: 'data',
      cause,
    })
  })
}
