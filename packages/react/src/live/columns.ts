export const columnNames = ['time', 'open', 'high', 'low', 'close', 'volume'] as const
export type ColumnName = (typeof columnNames)[number]

/** The columns that every series has. */
export type Columns = Record<ColumnName, Float64Array>

/** Columns made one by one. */
export function makeColumns(make: (name: ColumnName) => Float64Array): Columns {
  return {
    time: make('time'),
    open: make('open'),
    high: make('high'),
    low: make('low'),
    close: make('close'),
    volume: make('volume'),
  }
}
