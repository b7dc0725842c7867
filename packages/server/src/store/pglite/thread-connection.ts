import type { Worker } from 'node:worker_threads'
import { DatabaseError } from '../DatabaseError.ts'
import type { SqlConnection, SqlRow, SqlSession } from '../sql-connection.ts'
import type { DatabaseCommand, DatabaseReply, DatabaseRequest } from './messages.ts'

/**
 * A connection to the database that lives on `worker`. Rejects everything once the thread has ended.
 *
 * @param translate - Makes what the database refused into what the caller is told.
 */
export function connectThread(
  worker: Worker,
  translate: (error: DatabaseError) => unknown = (error) => error,
): SqlConnection & { open(folder: string): Promise<void> } {
  const waiting = new Map<number, { resolve(rows: readonly SqlRow[]): void; reject(error: unknown): void }>()
  let nextId = 1
  let ended: DatabaseError | undefined

  worker.on('message', (reply: DatabaseReply) => {
    const caller = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) worker.unref()
    if ('error' in reply) caller?.reject(translate(new DatabaseError(reply.error.message, reply.error.code)))
    else caller?.resolve(reply.rows)
  })
  const end = (error: DatabaseError) => {
    ended ??= error
    for (const caller of waiting.values()) caller.reject(ended)
    waiting.clear()
  }
  worker.on('error', (error) => end(new DatabaseError(`The database thread failed: ${String(error)}`)))
  worker.on('exit', () => end(new DatabaseError('The database is closed.')))
  worker.unref()

  const send = (command: DatabaseCommand) =>
    new Promise<readonly SqlRow[]>((resolve, reject) => {
      if (ended) return reject(ended)
      const request: DatabaseRequest = { id: nextId++, command }
      waiting.set(request.id, { resolve, reject })
      // Only an answer that is awaited keeps the process alive.
      worker.ref()
      worker.postMessage(request)
    })

  const session: SqlSession = {
    query: (text, values = []) => send({ type: 'query', text, values }),
    copyIn: async (table, columns) => void (await send({ type: 'copy', table, columns })),
  }

  // The engine is one session, so a transaction shuts out every other statement until it ends.
  let lastTurn: Promise<unknown> = Promise.resolve()
  const inTurn = <result>(run: () => Promise<result>): Promise<result> => {
    const turn = lastTurn.then(run)
    lastTurn = turn.catch(() => {})
    return turn
  }

  return {
    open: async (folder) => void (await send({ type: 'open', folder })),
    query: (text, values) => inTurn(() => session.query(text, values)),
    copyIn: (table, columns) => inTurn(() => session.copyIn(table, columns)),
    transaction: (run) =>
      inTurn(async () => {
        await session.query('BEGIN')
        try {
          const result = await run(session)
          await session.query('COMMIT')
          return result
        } catch (error) {
          await session.query('ROLLBACK').catch(() => {})
          throw error
        }
      }),
    close: () =>
      inTurn(async () => {
        await send({ type: 'close' })
        await worker.terminate()
      }),
  }
}
