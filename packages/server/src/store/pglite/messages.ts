import type { NumberColumns, SqlRow, SqlValue } from '../sql-connection.ts'

/** What the database thread is asked. */
export type DatabaseCommand =
  | { type: 'open'; folder: string }
  | { type: 'query'; text: string; values: readonly SqlValue[] }
  | { type: 'copy'; table: string; columns: NumberColumns }
  | { type: 'close' }

export type DatabaseRequest = { id: number; command: DatabaseCommand }

/** What it answers. An error crosses as its facts: only plain data survives the way between threads. */
export type DatabaseReply =
  | { id: number; rows: readonly SqlRow[] }
  | { id: number; error: { message: string; code?: string | undefined } }
