/** One database session, whichever engine is behind it. Placeholders are `$1`, `$2`, …. */
export interface SqlSession {
  query(text: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>
  /** Fills a table from columns of numbers, all of one length; NaN becomes NULL, and a single number stands for all rows. */
  copyIn(table: string, columns: NumberColumns): Promise<void>
}

export interface SqlConnection extends SqlSession {
  /** Runs in one transaction: all of it, or nothing when `run` throws. */
  transaction<result>(run: (session: SqlSession) => Promise<result>): Promise<result>
  close(): Promise<void>
}

/** Columns of one length; a single number stands for all rows. */
export type NumberColumns = Readonly<Record<string, Float64Array | number>>
export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[]
export type SqlRow = Readonly<Record<string, unknown>>
