import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DataFolderError } from '../DataFolderError.ts'
import { type FolderLock, lockFolder, toFolderError } from '../lock-file.ts'
import { openSqlStore } from '../sql-store.ts'
import type { Store } from '../store.ts'
import { connectThread } from './thread-connection.ts'

export type PgliteStoreOptions = {
  /** Where the database lives. Made when it does not exist; used by one process at a time. */
  folder: string
  /** The built `pglite-worker`. @default beside the file that this code was built into */
  workerFile?: URL | undefined
}

/**
 * Opens the embedded PostgreSQL on a thread of its own, so that a long statement never holds up a request.
 *
 * A problem with the folder is known at once; creating the database takes a few seconds, the first time only.
 *
 * @throws {DataFolderError} the folder is open in another process, read-only, on a full disk, or damaged
 * @example
 * const store = await openPgliteStore({ folder: './data' })
 */
export async function openPgliteStore(options: PgliteStoreOptions): Promise<Store> {
  const { folder, workerFile = new URL('./pglite-worker.mjs', import.meta.url) } = options
  const lock = lockFolder(folder)
  try {
    return await open(folder, workerFile, lock)
  } catch (error) {
    lock.release()
    throw explain(error, folder)
  }
}

async function open(folder: string, workerFile: URL, lock: FolderLock): Promise<Store> {
  const data = join(folder, 'postgres')
  if (!existsSync(data)) await createDatabase(folder, data, workerFile)

  const worker = new Worker(workerFile, { name: 'starkmatter-database' })
  // A disk may also fill up later: then the statement fails, and what was written before stays.
  const connection = connectThread(worker, (error) => toFolderError(error, folder))
  try {
    await connection.open(data)
    const store = await openSqlStore('pglite', connection)
    return {
      ...store,
      async close() {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

/**
 * Makes the database under another name first: what a crash leaves behind is then never taken for a database. It happens
 * on a thread that ends with it, because the engine keeps the half gigabyte that creating takes.
 */
async function createDatabase(folder: string, data: string, workerFile: URL): Promise<void> {
  const unfinished = join(folder, 'postgres.creating')
  rmSync(unfinished, { recursive: true, force: true })
  const worker = new Worker(workerFile, { name: 'starkmatter-database-setup' })
  const connection = connectThread(worker)
  try {
    await connection.open(unfinished)
    await connection.close()
    renameSync(unfinished, data)
  } catch (error) {
    await worker.terminate()
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

function explain(error: unknown, folder: string): unknown {
  const known = toFolderError(error, folder)
  if (known instanceof DataFolderError) return known
  const reason = error instanceof Error ? error.message : String(error)
  return new DataFolderError(
    'damaged',
    folder,
    `The database in ${JSON.stringify(folder)} does not open: ${reason} Move the folder away to start with an empty one; nothing in it was changed.`,
    error,
  )
}
