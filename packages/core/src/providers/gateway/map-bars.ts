import { type Attempt, ValidationError } from '../../errors/index.ts'
import {
  type Adjustment,
  type BarColumns,
  BarSeries,
  type BarSeriesFacts,
  type Gap,
  isInterval,
  type NumericMode,
  parseInstrument,
  type SeriesIssue,
  type Source,
} from '../../market/index.ts'
import {
  type BarsQuery,
  emptyColumns,
  exactColumn,
  exactVolumeColumn,
  type HttpResponse,
  isJsonObject,
  parseExactJson,
  Wire,
} from '../../provider/index.ts'
import { assertData } from './errors.ts'

const adjustments: readonly Adjustment[] = ['raw', 'splits', 'splits+dividends']
const gapReasons: readonly Gap['reason'][] = ['holiday', 'closed', 'no-trades', 'null-row', 'missing']
const outcomes: readonly Attempt['outcome'][] = [
  'OK',
  'INVALID_KEY',
  'NOT_ENTITLED',
  'RATE_LIMITED',
  'QUOTA_EXHAUSTED',
  'UNKNOWN_SYMBOL',
  'DELISTED',
  'NO_DATA',
  'BAD_REQUEST',
  'RETIRED',
  'UPSTREAM',
  'NETWORK',
  'TIMEOUT',
  'VALIDATION',
  'UNSUPPORTED',
  'ABORTED',
]

/** `GET /v1/bars` → a series. */
export function readBars(response: HttpResponse, query: BarsQuery): BarSeries<NumericMode> {
  assertData(response, query.now)
  const body = new Wire('gateway', response.json('gateway'))
  const facts = readFacts(body)
  const columns = readColumns(body.at('bars'))
  if (query.numeric === 'number') return new BarSeries<NumericMode>(facts, columns)
  return new BarSeries<NumericMode>(facts, exactColumns(parseExactJson(response.text), columns))
}

export function readSource(source: Wire): Source {
  const requestId = source.at('requestId').textOrNull()
  return {
    provider: source.at('provider').text(),
    fetchedAt: source.at('fetchedAt').number(),
    delayedMs: source.at('delayedMs').numberOrNull(),
    attempts: source.at('attempts').itemsOrNone().map(readAttempt),
    ...(requestId !== null && { requestId }),
  }
}

export function readBoolean(field: Wire): boolean {
  if (typeof field.value !== 'boolean') throw field.unlike('true or false')
  return field.value
}

function readFacts(body: Wire): BarSeriesFacts {
  const interval = body.at('interval')
  const intervalText = interval.text()
  if (!isInterval(intervalText)) throw interval.unlike('an interval')
  return {
    instrument: parseInstrument(body.at('instrument').text()),
    interval: intervalText,
    timeZone: body.at('timeZone').text(),
    currency: body.at('currency').textOrNull(),
    priceScale: body.at('priceScale').number(),
    adjustment: oneOf(body.at('adjustment'), adjustments),
    source: readSource(body.at('source')),
    gaps: body.at('gaps').itemsOrNone().map(readGap),
    issues: body.at('issues').itemsOrNone().map(readIssue),
    simulated: readBoolean(body.at('simulated')),
    forming: readBoolean(body.at('forming')),
  }
}

function readGap(gap: Wire): Gap {
  const reason = oneOf(gap.at('reason'), gapReasons)
  return { from: gap.at('from').number(), to: gap.at('to').number(), reason }
}

function readIssue(issue: Wire): SeriesIssue {
  const time = issue.at('time').numberOrNull()
  const where = issue.at('where').textOrNull()
  return {
    kind: issue.at('kind').text(),
    message: issue.at('message').text(),
    ...(time !== null && { time }),
    ...(where !== null && { where }),
  }
}

function readAttempt(attempt: Wire): Attempt {
  const message = attempt.at('message').textOrNull()
  return {
    provider: attempt.at('provider').text(),
    outcome: oneOf(attempt.at('outcome'), outcomes),
    elapsedMs: attempt.at('elapsedMs').number(),
    ...(message !== null && { message }),
  }
}

/** A text that is one of a closed set. */
export function oneOf<const member extends string>(field: Wire, members: readonly member[]): member {
  const text = field.text()
  const found = members.find((member) => member === text)
  if (found === undefined) throw field.unlike(members.join(', '))
  return found
}

/** Rows into columns: in one pass and without an object per cell, as this is where the time goes. */
function readColumns(bars: Wire): BarColumns {
  const rows: unknown = bars.value
  if (!Array.isArray(rows)) throw bars.unlike('an array')
  const columns = emptyColumns(rows.length)
  const { time, open, high, low, close, volume } = columns
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i]
    if (!Array.isArray(row) || row.length < 6) throw unlikeRow(i, row)
    const cells: readonly unknown[] = row
    const t = cells[0]
    const o = cells[1]
    const h = cells[2]
    const l = cells[3]
    const c = cells[4]
    const v = cells[5]
    if (
      typeof t !== 'number' ||
      typeof o !== 'number' ||
      typeof h !== 'number' ||
      typeof l !== 'number' ||
      typeof c !== 'number' ||
      (typeof v !== 'number' && v !== null)
    ) {
      throw unlikeRow(i, row)
    }
    time[i] = t
    open[i] = o
    high[i] = h
    low[i] = l
    close[i] = c
    volume[i] = v ?? Number.NaN
  }
  return columns
}

function exactColumns(exact: unknown, columns: BarColumns): BarColumns<'string'> {
  const rows: unknown = isJsonObject(exact) ? exact.bars : undefined
  const cells = (index: number) => (Array.isArray(rows) ? rows.map((row: unknown) => cellOf(row, index)) : [])
  const inOrder = Array.from(columns.time, (_, index) => index)
  return {
    time: columns.time,
    open: exactColumn(cells(1), inOrder, columns.open),
    high: exactColumn(cells(2), inOrder, columns.high),
    low: exactColumn(cells(3), inOrder, columns.low),
    close: exactColumn(cells(4), inOrder, columns.close),
    volume: exactVolumeColumn(cells(5), inOrder, columns.volume),
  }
}

function cellOf(row: unknown, index: number): unknown {
  return Array.isArray(row) ? row[index] : undefined
}

function unlikeRow(index: number, row: unknown): ValidationError {
  const got = JSON.stringify(row)?.slice(0, 80) ?? 'nothing'
  const expected = '[time, open, high, low, close, volume or null]'
  return new ValidationError({ provider: 'gateway', path: `bars[${index}]`, expected, got })
}
