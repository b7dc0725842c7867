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
  const issues = new IssueList(path)
  const rows = new RowCollector(countLines(text, layout.start), numeric)
  const reader = new TimeReader(layout.dateOrder)
  const splitter = new LineSplitter(layout.delimiter)
  const { columns, decimal } = layout
  const { starts, ends } = splitter
  const used = slots.map((role) => columns[role] ?? -1)
  // A file of closes only is a line: every bar is its close.
  const isLine = used.slice(0, closeSlot).includes(-1)
  if (isLine) used.fill(columns.close ?? -1, 0, closeSlot)
  if (isLine)
    issues.add('close-only', layout.startLine, 'The file has no open, high and low: each is the close.')
  const side = /bid|ask/i.exec(layout.header[columns.close ?? 0] ?? '')
  if (side)
    issues.add(
      'quote-prices',
      layout.startLine,
      `The file has no trades: prices are those of the ${side[0]}.`,
    )
  if (layout.isDateOrderAssumed) {
    issues.add(
      'assumed-date-order',
      layout.startLine,
      'Nothing tells month from day here: read as month/day/year.',
    )
  }
  const values = used.map((position, slot) => (position < 0 ? new Float64Array(0) : rows.use(slot)))
  const timeAt = columns.time ?? 0
  const clockAt = columns.clock ?? -1
  const tickerAt = columns.ticker ?? -1
  const needed = Math.max(timeAt, clockAt, tickerAt, used[closeSlot] ?? 0)

  const groups = new Map<string, number>()
  const tickers: (string | null)[] = tickerAt < 0 ? [null] : []
  const nullRows: { group: number; time: number }[] = []
  const events: { group: number; time: number; dividend: number; split: number }[] = []
  const offsets: SeenOffset[] = []
  let isLocal: boolean | undefined
  let hasClock = false
  let firstFault: ReturnType<typeof fault> | undefined

  const refuse = (line: number, expected: string, got: string) => {
    firstFault ??= fault(path, line, expected, got)
    issues.add('bad-row', line, `Left out: expected ${expected}, got ${got}.`)
  }

  let start = layout.start
  for (let line = layout.startLine; start < text.length; line++) {
    const next = text.indexOf('\n', start)
    let end = next < 0 ? text.length : next
    const from = start
    start = end + 1
    if (end > from && text.charCodeAt(end - 1) === 13) end--
    if (end === from) continue
    if (end - from > longestLine) {
      throw fault(path, line, `a line of at most ${longestLine} characters`, `a line of ${end - from}`)
    }
    if (!splitter.split(text, from, end)) {
      refuse(line, 'a row of the table', `"${text.slice(from, from + 40)}"`)
      continue
    }
    if (splitter.count <= needed) {
      if (text.slice(from, end).trim() !== '') {
        refuse(
          line,
          `${needed + 1} fields`,
          `${splitter.count} in "${text.slice(from, Math.min(end, from + 40))}"`,
        )
      }
      continue
    }

    const readable = reader.read(text, starts[timeAt] as number, ends[timeAt] as number)
    if (
      !readable ||
      (clockAt >= 0 && !reader.readClock(text, starts[clockAt] as number, ends[clockAt] as number))
    ) {
      refuse(line, 'a time', `"${splitter.field(text, timeAt)}"`)
      continue
    }
    const { offset } = reader
    const isWallClock = Number.isNaN(offset)
    isLocal ??= isWallClock
    if (isLocal !== isWallClock) {
      refuse(
        line,
        isLocal ? 'a time without an offset, as above' : 'a time with its offset, as above',
        `"${splitter.field(text, timeAt)}"`,
      )
      continue
    }
    const time = isWallClock ? reader.local : reader.local - offset
    hasClock ||= reader.hasClock && reader.local % 86_400_000 !== 0
    if (!isWallClock && offsets.at(-1)?.offset !== offset && offsets.length < 64)
      offsets.push({ offset, time })

    let group = 0
    if (tickerAt >= 0) {
      const ticker = splitter.field(text, tickerAt).toUpperCase()
      group = groups.get(ticker) ?? tickers.length
      if (group === tickers.length) {
        groups.set(ticker, group)
        tickers.push(ticker)
      }
    }

    let isNull = false
    let bad = -1
    for (let slot = 0; slot < used.length; slot++) {
      const position = used[slot] as number
      if (position < 0) continue
      const missing = position >= splitter.count
      const fieldStart = missing ? 0 : (starts[position] as number)
      const fieldEnd = missing ? 0 : (ends[position] as number)
      const value = readNumber(text, fieldStart, fieldEnd, decimal)
      const column = values[slot] as Float64Array
      column[rows.count] = value
      if (Number.isNaN(value)) {
        if (slot > closeSlot && isAbsent(text, fieldStart, fieldEnd)) {
          if (rows.isExact) rows.keepText(slot, '', decimal)
          continue
        }
        if (slot <= closeSlot && isAbsent(text, fieldStart, fieldEnd)) isNull = true
        else bad = position
      } else if (rows.isExact) {
        rows.keepText(slot, text.slice(fieldStart, fieldEnd), decimal)
      }
    }
    if (bad >= 0) {
      refuse(line, 'a number', `"${splitter.field(text, bad)}" in column ${layout.header[bad] ?? bad + 1}`)
      continue
    }
    if (isNull) {
      issues.add('null-row', line, 'Left out: the row has no price.', isWallClock ? undefined : time)
      nullRows.push({ group, time })
      continue
    }
    const dividend = optionalNumber(text, splitter, columns.dividend, decimal)
    const split = optionalNumber(text, splitter, columns.split, decimal)
    if (dividend > 0 || (split > 0 && split !== 1)) events.push({ group, time, dividend, split })
    rows.time[rows.count] = time
    rows.lines[rows.count] = line
    rows.group[rows.count] = group
    rows.count++
  }
  if (rows.count === 0) throw firstFault ?? fault(path, layout.startLine, 'rows below the header', 'none')

  const tables = tickers.map((ticker, group): BarTable => {
    const order = orderRows(rows.time, rowsOf(rows, group, tickers.length))
    report(order, rows, path, issues, isLocal === false)
    return {
      ticker,
      columns: rows.columns(order.kept),
      adjustedClose: rows.adjustedClose(order.kept),
      events: events.filter((event) => event.group === group).sort((a, b) => a.time - b.time),
      nullRows: nullRows.filter((row) => row.group === group).map((row) => row.time),
    }
  })
  return {
    tables: tables.filter((table) => table.columns.time.length > 0),
    issues: issues.list(),
    isLocal: isLocal ?? true,
    hasClock,
    offsets,
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

function rowsOf(rows: RowCollector, group: number, groups: number): Int32Array {
  const all = Int32Array.from({ length: rows.count }, (_, index) => index)
  return groups === 1 ? all : all.filter((row) => rows.group[row] === group)
}

function optionalNumber(
  text: string,
  splitter: LineSplitter,
  position: number | undefined,
  decimal: number,
): number {
  if (position === undefined || position >= splitter.count) return 0
  return readNumber(text, splitter.starts[position] as number, splitter.ends[position] as number, decimal)
}

function countLines(text: string, start: number): number {
  let count = 1
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
