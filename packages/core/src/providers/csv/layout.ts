import { ValidationError } from '../../errors/index.ts'
import { type ColumnMap, columnsOf, isBarHeader, isFactorHeader, looksLikeHeader } from './columns.ts'
import { LineSplitter } from './line-splitter.ts'
import { isAbsent, readNumber } from './number-reader.ts'
import { type DateOrder, TimeReader } from './time-reader.ts'

/** How one file writes its rows. */
export type Layout = {
  kind: 'bars' | 'factors'
  /** Character codes. */
  delimiter: number
  decimal: number
  columns: ColumnMap
  dateOrder: DateOrder
  /** True when no value of the file tells `03/04` apart and the order of the rows does not either. */
  isDateOrderAssumed: boolean
  /** Where the rows begin, and the number of the line there (from 1). */
  start: number
  startLine: number
  /** The header's cells, as written; empty for a file without one. */
  header: readonly string[]
  /** A few rows from all over the file. */
  sample: readonly (readonly string[])[]
}

/** A line longer than this is no line of a table. */
export const longestLine = 65_536

const comma = 44
const point = 46
const delimiters = [59, 9, 124, comma]

/**
 * Finds out how a file is written: delimiter, decimal separator, header and columns, order of dates.
 *
 * @throws {ValidationError} VALIDATION, naming file and line: empty, binary, no columns that make a bar
 */
export function detectLayout(text: string, path: string, side: 'bid' | 'ask'): Layout {
  const lines = firstLines(text, path)
  const delimiter = detectDelimiter(lines.map((line) => line.text))
  const splitter = new LineSplitter(delimiter)
  const cut = (line: string) => (splitter.split(line, 0, line.length) ? splitter.fields(line) : [])

  const headerAt = lines.findIndex(({ text: line }) => {
    const cells = cut(line)
    return isFactorHeader(cells) || (looksLikeHeader(cells) && isBarHeader(columnsOf(cells, side)))
  })
  const first = lines[Math.max(headerAt, 0)]
  if (!first) throw fault(path, 1, 'a table of bars', 'an empty file')
  const header = headerAt < 0 ? [] : cut(first.text)
  const start = headerAt < 0 ? first.start : first.end + 1
  const sample = sampleLines(text, start).map(cut)
  const decimal = detectDecimal(sample, delimiter)

  const shared = {
    delimiter,
    decimal,
    header,
    sample,
    start,
    startLine: first.number + (headerAt < 0 ? 0 : 1),
  }
  if (isFactorHeader(header)) {
    return { ...shared, kind: 'factors', columns: {}, dateOrder: 'mdy', isDateOrderAssumed: false }
  }
  const columns =
    headerAt < 0 ? columnsWithoutHeader(sample, decimal) : withClock(columnsOf(header, side), sample)
  if (!columns) {
    const cells = cut(first.text)
    const got = looksLikeHeader(cells) ? `columns ${cells.join(', ')}` : `"${first.text.slice(0, 60)}"`
    throw fault(
      path,
      first.number,
      'a header naming a time and a close, or rows of time, open, high, low, close',
      got,
    )
  }
  return { ...shared, kind: 'bars', columns, ...detectDateOrder(sample, columns.time ?? 0) }
}

/** A `VALIDATION` error at a line of a file. */
export function fault(path: string, line: number, expected: string, got: string): ValidationError {
  return new ValidationError({ provider: 'csv', path: `${path}:${line}`, expected, got })
}

type Line = { text: string; start: number; end: number; number: number }

function firstLines(text: string, path: string): Line[] {
  if (text.trim() === '') throw fault(path, 1, 'a table of bars', 'an empty file')
  const head = text.slice(0, 4096)
  if (head.includes('\0') || (head.match(/\uFFFD/g)?.length ?? 0) > 8) {
    throw fault(path, 1, 'a table of text', 'a binary file')
  }
  const lines: Line[] = []
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let number = 1; start < text.length && lines.length < 20; number++) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (end - start > longestLine) {
      throw fault(path, number, `a line of at most ${longestLine} characters`, `a line of ${end - start}`)
    }
    const line = text.slice(start, end).trim()
    if (line !== '' && line !== '#' && !line.startsWith('//')) lines.push({ text: line, start, end, number })
    start = end + 1
  }
  return lines
}

/** The first rows and some from all over the rest, so that guesses rest on more than the file's first days. */
function sampleLines(text: string, start: number): string[] {
  const lines: string[] = []
  let at = start
  for (let taken = 0; at < text.length && taken < 80; taken++) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const line = text.slice(at, Math.min(end, at + longestLine)).trim()
    if (line !== '') lines.push(line)
    const jump =
      taken < 16
        ? end + 1
        : Math.max(end + 1, start + Math.floor(((text.length - start) * (taken - 15)) / 64))
    const lineStart = jump > end + 1 ? text.indexOf('\n', jump) : end
    if (lineStart < 0) break
    at = lineStart + 1
  }
  return lines
}

function detectDelimiter(lines: readonly string[]): number {
  let best = comma
  let bestScore = 0
  for (const delimiter of delimiters) {
    const splitter = new LineSplitter(delimiter)
    const counts = lines.map((line) => (splitter.split(line, 0, line.length) ? splitter.count : 0))
    const wide = counts.filter((count) => count > 1)
    const common = wide.toSorted((a, b) => a - b)[wide.length >> 1] ?? 0
    const score = counts.filter((count) => count === common).length * (common > 1 ? 1 : 0)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The separator that stands where no thousands separator can; without such a place the one that is there. */
function detectDecimal(sample: readonly (readonly string[])[], delimiter: number): number {
  const seen = { ',': false, '.': false }
  const sure = { ',': 0, '.': 0 }
  for (const cell of sample.flat()) {
    if (!/^[-+$€£]?[\d.,]+$/.test(cell) || /^\d+\.\d+\.\d+$/.test(cell)) continue
    const mark = cell.lastIndexOf(',') > cell.lastIndexOf('.') ? ',' : '.'
    const at = cell.lastIndexOf(mark)
    if (at < 0) continue
    seen[mark] = true
    const other = mark === ',' ? '.' : ','
    // Three digits behind a mark may be a group, unless the group would begin with a zero or the other mark stands before.
    const mayBeGroup = cell.length - at === 4 && !/^[-+]?0/.test(cell) && !cell.includes(other)
    if (!mayBeGroup) sure[mark]++
  }
  if (sure['.'] !== sure[',']) return sure['.'] > sure[','] ? point : comma
  return seen['.'] || !seen[','] || delimiter === comma ? point : comma
}

/** A "time" beside a date is its time of day, unless it is an instant of its own. */
function withClock(columns: ColumnMap, sample: readonly (readonly string[])[]): ColumnMap | undefined {
  if (!isBarHeader(columns)) return undefined
  const { clock, ...others } = columns
  if (clock === undefined) return columns
  const cell = sample[0]?.[clock] ?? ''
  const date = sample[0]?.[columns.time ?? 0] ?? ''
  const reader = new TimeReader()
  if (reader.read(cell, 0, cell.length) && cell.length > 6) return { ...others, time: clock }
  return reader.read(date, 0, date.length) && reader.hasClock ? others : columns
}

/** Columns of a file without a header, where its values leave no doubt. */
function columnsWithoutHeader(
  sample: readonly (readonly string[])[],
  decimal: number,
): ColumnMap | undefined {
  const width = sample[0]?.length ?? 0
  const rows = sample.filter((row) => row.length === width)
  const reader = new TimeReader()
  const isTime = (cell = '') =>
    reader.read(cell, 0, cell.length) || new TimeReader('dmy').read(cell, 0, cell.length)
  const ticker = rows.every((row) => /^[A-Za-z][\w.^=/-]*$/.test(row[0] ?? '')) ? 0 : undefined
  const time = ticker === undefined ? 0 : 1
  if (!rows.every((row) => isTime(row[time]))) return undefined
  const hasClock =
    rows.every((row) => /^\d{1,2}:\d\d|^\d{4}$|^\d{6}$/.test(row[time + 1] ?? '')) &&
    rows.every((row) => /:/.test(row[time + 1] ?? '') || !/[.,]/.test(row[time + 1] ?? '')) &&
    !rows.every((row) => Number(row[time + 1]) >= Number(row[time + 3]))
  const open = time + (hasClock ? 2 : 1)
  const value = (row: readonly string[], index: number) => {
    const cell = row[index] ?? ''
    return isAbsent(cell, 0, cell.length) ? Number.NaN : readNumber(cell, 0, cell.length, decimal)
  }
  const isCandle = (row: readonly string[]) => {
    const [o, h, l, c] = [0, 1, 2, 3].map((index) => value(row, open + index))
    return (
      o !== undefined &&
      h !== undefined &&
      l !== undefined &&
      c !== undefined &&
      h >= Math.max(o, c, l) &&
      l <= Math.min(o, c)
    )
  }
  if (width < open + 4 || rows.filter(isCandle).length < rows.length * 0.9) return undefined
  const columns: ColumnMap = { time, open, high: open + 1, low: open + 2, close: open + 3 }
  if (hasClock) columns.clock = time + 1
  if (ticker !== undefined) columns.ticker = ticker
  if (width > open + 4) columns.volume = open + 4
  // Two columns behind the close: the first is an adjusted close when all its values stay near the close.
  if (
    width === open + 6 &&
    rows.every((row) => Math.abs(value(row, open + 4) / value(row, open + 3) - 1) <= 0.5)
  ) {
    columns.adjustedClose = open + 4
    columns.volume = open + 5
  }
  return columns
}

function detectDateOrder(
  sample: readonly (readonly string[])[],
  column: number,
): { dateOrder: DateOrder; isDateOrderAssumed: boolean } {
  const reader = new TimeReader('dmy')
  let dotted = false
  const pairs: [number, number][] = []
  for (const row of sample) {
    const cell = row[column] ?? ''
    reader.first = 0
    reader.read(cell, 0, cell.length)
    if (reader.first > 0) pairs.push([reader.first, reader.second])
    dotted ||= /^\d+\./.test(cell)
  }
  if (pairs.some(([first]) => first > 12)) return { dateOrder: 'dmy', isDateOrderAssumed: false }
  if (pairs.some(([, second]) => second > 12)) return { dateOrder: 'mdy', isDateOrderAssumed: false }
  return { dateOrder: dotted ? 'dmy' : 'mdy', isDateOrderAssumed: pairs.length > 0 && !dotted }
}
