import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DataFolderError } from './DataFolderError.ts'

/** Room that a new database and its write-ahead log need. */
const neededBytes = 64 * 1024 * 1024

/** Held while this process uses a data folder. */
export type FolderLock = { release(): void }

/**
 * Takes a data folder for this process, making it where it does not exist.
 *
 * The embedded database lets two processes write the same files and then cannot read them any more, so the lock stands
 * before it is opened. The lock of a process that is gone (`kill -9`, a power cut) is taken over.
 *
 * @throws {DataFolderError} `locked` by a living process, `read-only`, `full`, or `not-a-folder`
 */
export function lockFolder(folder: string): FolderLock {
  try {
    makeFolder(folder)
    assertRoom(folder)
    return takeLock(folder, join(folder, 'lock'))
  } catch (error) {
    throw toFolderError(error, folder)
  }
}

/** Names the trouble behind a file system error; anything else comes back as it is. */
export function toFolderError(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  const shown = JSON.stringify(folder)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return readOnly(folder, error)
    case 'ENOSPC':
    case 'EDQUOT':
      return new DataFolderError(
        'full',
        folder,
        `The disk of the data folder ${shown} is full. Free some space, or set STARKMATTER_HOME to another disk. What was stored before is unharmed.`,
        error,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new DataFolderError(
        'not-a-folder',
        folder,
        `${shown} is not a folder. Set STARKMATTER_HOME to a folder for the embedded database.`,
        error,
      )
    default:
      return error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function readOnly(folder: string, cause: unknown): DataFolderError {
  return new DataFolderError(
    'read-only',
    folder,
    `The data folder ${JSON.stringify(folder)} cannot be written to. Grant write permission, or set STARKMATTER_HOME to another folder.`,
    cause,
  )
}

/** One by one: where nothing can be made at all, as in /proc, a recursive mkdir of Node tries for ever. */
function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path)
  for (const path of missing) {
    try {
      mkdirSync(path)
    } catch (error) {
      // Another process may have made it meanwhile.
      if (existsSync(path)) continue
      // Its parent is there, so this is a place that takes no folders.
      throw codeOf(error) === 'ENOENT' ? readOnly(folder, error) : error
    }
  }
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
}

function assertRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const freeBytes = bavail * bsize
  if (freeBytes >= neededBytes) return
  const mebibytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MiB`
  throw new DataFolderError(
    'full',
    folder,
    `The disk of the data folder ${JSON.stringify(folder)} has only ${mebibytes(freeBytes)} left, and the database needs ${mebibytes(neededBytes)} to work safely. Free some space, or set STARKMATTER_HOME to another disk.`,
  )
}

function takeLock(folder: string, path: string): FolderLock {
  // Twice: once, and once more after a dead owner's lock was taken away.
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, `${process.pid}\n${startOf(process.pid) ?? ''}\n`)
      closeSync(file)
      return { release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const owner = readOwner(path)
    if (owner !== undefined) {
      throw new DataFolderError(
        'locked',
        folder,
        `The data folder ${JSON.stringify(folder)} is in use by process ${owner}. Stop that process, or set STARKMATTER_HOME to another folder.`,
      )
    }
    takeAway(path)
  }
  throw new DataFolderError(
    'locked',
    folder,
    `The data folder ${JSON.stringify(folder)} was taken by another process at this very moment. Set STARKMATTER_HOME to another folder.`,
  )
}

/** Removes a dead owner's lock, unless a third process has just replaced it by its own. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`
  renameSync(path, aside)
  if (readOwner(aside) !== undefined) linkSync(aside, path)
  rmSync(aside, { force: true })
}

/** The process that holds the lock, or `undefined` when it is gone. */
function readOwner(path: string): number | undefined {
  const [pidText = '', started = ''] = readFileSync(path, 'utf8').split('\n')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM says that the process lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined
  }
  const startNow = startOf(pid)
  return started !== '' && startNow !== undefined && startNow !== started ? undefined : pid
}

/**
 * When a process started, where the system tells: a process id alone may be worn by a newer process. One that was killed
 * and that its parent has not asked after yet is gone all the same.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command may hold spaces and brackets. After it: the state, and as the 20th field the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : fields[19]
  } catch {
    return undefined
  }
}
