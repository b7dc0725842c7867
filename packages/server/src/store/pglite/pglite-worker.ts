import { parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { DatabaseCommand, DatabaseReply, DatabaseRequest } from './messages.ts'

/** Rows per COPY: large enough to be fast, small enough that the text stays in the tens of megabytes. */
const copyRows = 50_000

let database: PGlite | undefined

// One at a time, in the order they came: the engine is a single session.
let queue: Promise<unknown> = Promise.resolve()

parentPort?.on('message', (request: DatabaseRequest) => {
  queue = queue.then(() => answer(request)).then((reply) => parentPort?.postMessage(reply))
})

async function answer({ id, command }: DatabaseRequest): Promise<DatabaseReply> {
  try {
    return { id, rows: await run(command) }
  } catch (error) {
    return { id, error: describe(error) }
  }
}

async function run(command: DatabaseCommand) {
  if (command.type === 'open') {
    database = await PGlite.create({ dataDir: command.folder })
    return []
  }
  if (!database) throw new Error('The database is not open.')
  switch (command.type) {
    case 'query':
      return (await database.query<Record<string, unknown>>(command.text, [...command.values])).rows
    case 'copy':
      await copy(database, command)
      return []
    case 'close':
      await database.close()
      database = undefined
      return []
  }
}

async function copy(open: PGlite, { table, columns }: Extract<DatabaseCommand, { type: 'copy' }>) {
  const cells = Object.values(columns)
  const length = cells.find((column) => typeof column !== 'number')?.length ?? 0
  for (let from = 0; from < length; from += copyRows) {
    const until = Math.min(from + copyRows, length)
    const lines: string[] = []
    for (let i = from; i < until; i++) {
      const line = cells.map((column) => {
        const value = typeof column === 'number' ? column : (column[i] as number)
        return Number.isNaN(value) ? '\\N' : value
      })
      lines.push(line.join('\t'))
    }
    const blob = new Blob([`${lines.join('\n')}\n`])
    await open.query(`COPY ${table} (${Object.keys(columns).join(', ')}) FROM '/dev/blob'`, [], { blob })
  }
}

// The engine's file layer throws its own numbers, in the WASI numbering.
const fileErrors: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
}

function describe(error: unknown): { message: string; code?: string | undefined } {
  if (typeof error !== 'object' || error === null) return { message: String(error) }
  const message = 'message' in error && typeof error.message === 'string' ? error.message : String(error)
  if (message.includes('No space left on device')) return { message, code: 'ENOSPC' }
  if ('errno' in error && typeof error.errno === 'number') return { message, code: fileErrors[error.errno] }
  return { message, code: 'code' in error && typeof error.code === 'string' ? error.code : undefined }
}
