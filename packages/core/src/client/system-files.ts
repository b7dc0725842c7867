import { BadRequestError } from '../errors/index.ts'
import type { Files } from '../provider/index.ts'

/**
 * The file system, on Node. Its modules are fetched when first used, so that a browser bundle never sees them.
 *
 * @throws {BadRequestError} a path cannot be read, or the runtime has no file system
 */
export const systemFiles: Files = {
  async list(folder, signal) {
    const { readdir, stat } = fileSystem()
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(cannotRead(folder))
    const files = []
    for (const entry of entries) {
      if (!entry.isFile()) continue
      signal.throwIfAborted()
      const path = `${entry.parentPath}/${entry.name}`
      const { size, mtimeMs } = await stat(path).catch(cannotRead(path))
      files.push({ path, size, modified: mtimeMs })
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1))
  },
  read(path, signal) {
    return fileSystem().readFile(path, { encoding: 'utf8', signal }).catch(cannotRead(path))
  },
}

function fileSystem() {
  // Not an import: bundlers for the browser would look for it.
  const modules = globalThis.process?.getBuiltinModule?.('node:fs/promises')
  if (!modules) {
    throw new BadRequestError('This runtime has no file system. Pass `files` to createClient.', {
      parameter: 'files',
    })
  }
  return modules
}

function cannotRead(path: string) {
  return (cause: unknown): never => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given'
    throw new BadRequestError(`"${path}" cannot be read (${code}). Check that it exists and may be read.`, {
      parameter: 'files',
      cause,
    })
  }
}
