import type { BarColumns, NumericMode } from '../../market/index.ts'
import { numberText } from './number-reader.ts'

/** Fills the columns of a file row by row. In exact mode it keeps each number's own text beside it. */
export class RowCollector {
  readonly isExact: boolean
  count = 0
  readonly time: Float64Array
  readonly lines: Int32Array
  readonly #group: Int32Array
  /** By slot: open, high, low, close, volume, vwap, trades, adjusted close. Empty for a column that the file lacks. */
  readonly #values: Float64Array[]
  readonly #texts: string[][]

  constructor(capacity: number, numeric: NumericMode) {
    this.isExact = numeric === 'string'
    this.time = new Float64Array(capacity)
    this.lines = new Int32Array(capacity)
    this.#group = new Int32Array(capacity)
    this.#values = Array.from({ length: 8 }, () => new Float64Array(0))
    this.#texts = Array.from({ length: 8 }, () => [])
  }

  /** Makes room for a column that the file has. */
  use(slot: number): void {
    this.#values[slot] = new Float64Array(this.time.length)
  }

  /** A number of the row that is being read. */
  set(slot: number, value: number): void {
    const column = this.#values[slot] as Float64Array
    column[this.count] = value
  }

  /** Ends the row: without it the next one takes its place. */
  push(time: number, line: number, group: number): void {
    this.time[this.count] = time
    this.lines[this.count] = line
    this.#group[this.count] = group
    this.count++
  }

  /** The rows of one symbol, in file order. */
  ofGroup(group: number, groups: number): Int32Array {
    const all = new Int32Array(this.count)
    for (let row = 0; row < all.length; row++) all[row] = row
    return groups === 1 ? all : all.filter((row) => this.#group[row] === group)
  }

  keepText(column: number, text: string, decimal: number): void {
    const texts = this.#texts[column]
    if (texts) texts[this.count] = numberText(text, decimal)
  }

  /** The rows of one group, in file order. */
  columns(indexes: Int32Array): BarColumns<NumericMode> {
    const has = (column: number) => (this.#values[column]?.length ?? 0) > 0
    const columns: BarColumns<NumericMode> = {
      time: gather(this.time, indexes),
      open: this.#column(0, indexes),
      high: this.#column(1, indexes),
      low: this.#column(2, indexes),
      close: this.#column(3, indexes),
      volume: has(4) ? this.#optional(4, indexes) : this.#absent(indexes.length),
    }
    if (has(5)) columns.vwap = this.#optional(5, indexes)
    if (has(6)) columns.trades = gather(this.#values[6] ?? this.time, indexes)
    return columns
  }

  adjustedClose(indexes: Int32Array): Float64Array | undefined {
    const values = this.#values[7]
    return values && values.length > 0 ? gather(values, indexes) : undefined
  }

  #column(column: number, indexes: Int32Array): Float64Array | string[] {
    const texts = this.#texts[column] ?? []
    if (this.isExact) return Array.from(indexes, (index) => texts[index] ?? '')
    return gather(this.#values[column] ?? this.time, indexes)
  }

  #optional(column: number, indexes: Int32Array): Float64Array | (string | null)[] {
    const texts = this.#texts[column] ?? []
    if (this.isExact) return Array.from(indexes, (index) => texts[index] || null)
    return gather(this.#values[column] ?? this.time, indexes)
  }

  #absent(length: number): Float64Array | (string | null)[] {
    return this.isExact ? new Array<null>(length).fill(null) : new Float64Array(length).fill(Number.NaN)
  }
}

function gather(column: Float64Array, indexes: Int32Array): Float64Array {
  const gathered = new Float64Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) gathered[i] = column[indexes[i] as number] as number
  return gathered
}
