import type { BarColumns, NumericMode, SeriesIssue } from '../../market/index.ts'
import type { ColumnRole } from './columns.ts'
import { IssueList } from './issue-list.ts'
import { fault, type Layout, longestLine } from './layout.ts'
import { LineSplitter } from './line-splitter.ts'
import { isAbsent, readNumber } from './number-reader.ts'
import { orderRows } from './order-rows.ts'
import { RowCollector } from './row-collector.ts'
import { TimeReader } from './time-reader.ts'
import type { SeenOffset } from './zone.ts'

/** Rows of one symbol of a file, in rising order of time. */
export type BarTable = {
  /** What the file's ticker column says; `null` without one. */
  ticker: string | null
  columns: BarColumns<NumericMode>
  adjustedClose: Float64Array | undefined
  /** Dividends and splits that stand beside the bars, at the time of their row. */
  events: readonly { time: number; dividend: number; split: number }[]
  /** Times of rows without prices. */
  nullRows: readonly number[]
}

export type BarFile = {
  tables: readonly BarTable[]
  issues: SeriesIssue[]
  /** True where times are wall clocks whose zone the file does not say; they are then still to be converted. */
  isLocal: boolean
  /** False when all times are dates, or midnights. */
  hasClock: boolean
  /** Different offsets that the file states. */
  offsets: readonly SeenOffset[]
}

const slots = [
  'open',
  'high',
  'low',
  'close',
  'volume',
  'vwap',
  'trades',
  'adjustedClose',
] as const satisfies readonly ColumnRole[]
const closeSlot = 3

/**
 * Reads the rows of a bar file. A row that cannot be read is left out and reported with its line.
 *
 * @throws {ValidationError} VALIDATION, naming file and line: no row can be read, the rows are in no order, or a line is
 * too long for a table
 */
export function readBars(text: string, path: string, layout: Layout, numeric: NumericMode): BarFile {
  return new BarReader(text, path, layout, numeric).read()
}

/** One pass over one file. */
class BarReader {
  readonly #text: string
  readonly #path: string
  readonly #layout: Layout
  readonly #issues: IssueList
  readonly #rows: RowCollector
  readonly #times: TimeReader
  readonly #splitter: LineSplitter
  /** Position of each slot's column, -1 without one. */
  readonly #positions: readonly number[]
  /** A row with fewer fields is not one. */
  readonly #needed: number
  readonly #tickers: (string | null)[]
  readonly #groups = new Map<string, number>()
  readonly #nullRows: { group: number; time: number }[] = []
  readonly #events: { group: number; time: number; dividend: number; split: number }[] = []
  readonly #offsets: SeenOffset[] = []
  #firstFault: ReturnType<typeof fault> | undefined
  #isLocal: boolean | undefined
  #hasClock = false

  constructor(text: string, path: string, layout: Layout, numeric: NumericMode) {
    const { columns } = layout
    this.#text = text
    this.#path = path
    this.#layout = layout
    this.#issues = new IssueList(path)
    this.#rows = new RowCollector(countLines(text, layout.start), numeric)
    this.#times = new TimeReader(layout.dateOrder)
    this.#splitter = new LineSplitter(layout.delimiter)
    this.#tickers = columns.ticker === undefined ? [null] : []
    const close = columns.close ?? 0
    this.#needed = 1 + Math.max(columns.time ?? 0, columns.clock ?? 0, columns.ticker ?? 0, close)
    const own = slots.map((role) => columns[role] ?? -1)
    const isLine = own.slice(0, closeSlot).includes(-1)
    this.#positions = isLine ? own.fill(close, 0, closeSlot) : own
    for (const [slot, position] of this.#positions.entries()) if (position >= 0) this.#rows.use(slot)
    this.#tellGuesses(isLine)
  }

  read(): BarFile {
    const { start: first, startLine } = this.#layout
    const text = this.#text
    let start = first
    for (let line = startLine; start < text.length; line++) {
      const next = text.indexOf('\n', start)
      let end = next < 0 ? text.length : next
      if (end > start && text.charCodeAt(end - 1) === 13) end--
      if (end > start) this.#readRow(line, start, end)
      start = next < 0 ? text.length : next + 1
    }
    if (this.#rows.count === 0) {
      throw this.#firstFault ?? fault(this.#path, startLine, 'rows below the header', 'none')
    }
    const tables = this.#tickers.map((ticker, group) => this.#table(ticker, group))
    return {
      tables: tables.filter((table) => table.columns.time.length > 0),
      issues: this.#issues.list(),
      isLocal: this.#isLocal ?? true,
      hasClock: this.#hasClock,
      offsets: this.#offsets,
    }
  }

  #readRow(line: number, start: number, end: number): void {
    const splitter = this.#splitter
    const text = this.#text
    if (end - start > longestLine) {
      throw fault(this.#path, line, `a line of at most ${longestLine} characters`, `a line of ${end - start}`)
    }
    const isRow = splitter.split(text, start, end)
    if (!isRow || splitter.count < this.#needed) {
      const shown = text.slice(start, Math.min(end, start + 40))
      if (shown.trim() !== '') this.#refuse(line, `a row of at least ${this.#needed} fields`, `"${shown}"`)
      return
    }
    const time = this.#readTime(line)
    if (Number.isNaN(time)) return
    const outcome = this.#readValues(line)
    if (outcome === 'bad') return
    const group = this.#readGroup()
    if (outcome === 'null') {
      this.#issues.add('null-row', line, 'Left out: the row has no price.', this.#isLocal ? undefined : time)
      this.#nullRows.push({ group, time })
      return
    }
    this.#readEvent(group, time)
    this.#rows.push(time, line, group)
  }

  /** The row's time, NaN when it was refused: an instant, or a wall clock's reading where the file states no offsets. */
  #readTime(line: number): number {
    const times = this.#times
    const { starts, ends } = this.#splitter
    const { time: at = 0, clock } = this.#layout.columns
    const isTime = times.read(this.#text, starts[at] as number, ends[at] as number)
    const isWhole =
      clock === undefined || times.readClock(this.#text, starts[clock] as number, ends[clock] as number)
    const shown = () => `"${this.#splitter.field(this.#text, at)}"`
    if (!isTime || !isWhole) return this.#refuse(line, 'a time', shown())
    const { local, offset } = times
    const isLocal = Number.isNaN(offset)
    this.#isLocal ??= isLocal
    if (this.#isLocal !== isLocal) {
      return this.#refuse(line, `a time ${isLocal ? 'with its' : 'without an'} offset, as above`, shown())
    }
    this.#hasClock ||= times.hasClock && local % 86_400_000 !== 0
    if (isLocal) return local
    const time = local - offset
    if (this.#offsets.at(-1)?.offset !== offset && this.#offsets.length < 64)
      this.#offsets.push({ offset, time })
    return time
  }

  /** Reads the numbers into the collector's next row. */
  #readValues(line: number): 'bar' | 'null' | 'bad' {
    const rows = this.#rows
    const text = this.#text
    const { starts, ends, count } = this.#splitter
    const { decimal, header } = this.#layout
    let outcome: 'bar' | 'null' = 'bar'
    for (let slot = 0; slot < this.#positions.length; slot++) {
      const position = this.#positions[slot] as number
      if (position < 0) continue
      const start = position < count ? (starts[position] as number) : 0
      const end = position < count ? (ends[position] as number) : 0
      const value = readNumber(text, start, end, decimal)
      rows.set(slot, value)
      if (rows.isExact) rows.keepText(slot, Number.isNaN(value) ? '' : text.slice(start, end), decimal)
      if (!Number.isNaN(value)) continue
      if (!isAbsent(text, start, end)) {
        this.#refuse(
          line,
          'a number',
          `"${text.slice(start, end)}" in column ${header[position] ?? position + 1}`,
        )
        return 'bad'
      }
      if (slot <= closeSlot) outcome = 'null'
    }
    return outcome
  }

  #readGroup(): number {
    const { ticker } = this.#layout.columns
    if (ticker === undefined) return 0
    const name = this.#splitter.field(this.#text, ticker).toUpperCase()
    let group = this.#groups.get(name)
    if (group === undefined) {
      group = this.#tickers.push(name) - 1
      this.#groups.set(name, group)
    }
    return group
  }

  #readEvent(group: number, time: number): void {
    const { dividend: dividendAt, split: splitAt } = this.#layout.columns
    if (dividendAt === undefined && splitAt === undefined) return
    const dividend = this.#optionalNumber(dividendAt)
    const split = this.#optionalNumber(splitAt)
    if (dividend > 0 || (split > 0 && split !== 1)) this.#events.push({ group, time, dividend, split })
  }

  #optionalNumber(position: number | undefined): number {
    const { starts, ends, count } = this.#splitter
    if (position === undefined || position >= count) return 0
    return readNumber(this.#text, starts[position] as number, ends[position] as number, this.#layout.decimal)
  }

  #table(ticker: string | null, group: number): BarTable {
    const order = orderRows(this.#rows.time, this.#rows.ofGroup(group, this.#tickers.length))
    report(order, this.#rows, this.#path, this.#issues, this.#isLocal === false)
    return {
      ticker,
      columns: this.#rows.columns(order.kept),
      adjustedClose: this.#rows.adjustedClose(order.kept),
      events: this.#events.filter((event) => event.group === group).sort((a, b) => a.time - b.time),
      nullRows: this.#nullRows.filter((row) => row.group === group).map((row) => row.time),
    }
  }

  #refuse(line: number, expected: string, got: string): number {
    this.#firstFault ??= fault(this.#path, line, expected, got)
    this.#issues.add('bad-row', line, `Left out: expected ${expected}, got ${got}.`)
    return Number.NaN
  }

  #tellGuesses(isLine: boolean): void {
    const { columns, header, startLine, isDateOrderAssumed } = this.#layout
    const tell = (kind: string, message: string) => this.#issues.add(kind, startLine, message)
    // A file of closes only is a line: every bar is its close.
    if (isLine) tell('close-only', 'The file has no open, high and low: each is the close.')
    const side = /bid|ask/i.exec(header[columns.close ?? 0] ?? '')
    if (side) tell('quote-prices', `The file has no trades: prices are those of the ${side[0]}.`)
    if (isDateOrderAssumed) {
      tell('assumed-date-order', 'Nothing tells month from day here: read as month/day/year.')
    }
  }
}

function report(
  order: ReturnType<typeof orderRows>,
  rows: RowCollector,
  path: string,
  issues: IssueList,
  isInstant: boolean,
): void {
  const { kept, duplicates, unordered } = order
  const total = kept.length + duplicates.length + unordered.length
  const lineOf = (row: number) => rows.lines[row] as number
  if (unordered.length > Math.max(2, total / 10)) {
    throw fault(
      path,
      lineOf(Math.min(...unordered.slice(0, 1000))),
      'rows in order of time',
      `${unordered.length} of ${total} rows out of order`,
    )
  }
  const add = (kind: string, row: number, message: string) =>
    issues.add(kind, lineOf(row), message, isInstant ? rows.time[row] : undefined)
  for (const row of duplicates) add('duplicate-bar', row, 'Left out: a row above has the same time.')
  for (const row of unordered) add('unordered-bar', row, 'Left out: its time is out of order.')
}

function countLines(text: string, start: number): number {
  let count = 1
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
