import { ValidationError } from '../errors/index.ts'
import { type BarSeries, type NumericMode, parseInterval, type SeriesIssue } from '../market/index.ts'
import type { BarsQuery, Provider } from '../provider/index.ts'

const priceColumns = ['open', 'high', 'low', 'close'] as const
const maxIssues = 100

/**
 * Holds a provider's answer to the promise of {@link BarSeries}: every price finite, every time whole. A bar whose high
 * or low does not enclose its prices is flagged and left as it came.
 *
 * @throws {ValidationError} with the column and the index, like `close[12]`
 */
export function checkBars(
  series: BarSeries<NumericMode>,
  query: BarsQuery,
  provider: Provider,
): BarSeries<NumericMode> {
  const odd = findOdd(series)
  if (odd) throw invalid(provider, odd.path, 'a finite number', odd.value)
  const { time } = series
  const last = time[time.length - 1] ?? 0
  // Times increase strictly, so the ends speak for the rest.
  if (!Number.isInteger(time[0] ?? 0) || !Number.isInteger(last)) {
    throw invalid(provider, 'time', 'whole milliseconds', Number.isInteger(last) ? time[0] : last)
  }
  const violations = ohlcViolations(series)
  const interval = parseInterval(query.interval)
  const market = query.now - (provider.delayedMs ?? 0)
  const forming = series.forming || (!interval.isDaily && last + interval.ms > market && time.length > 0)
  const simulated = series.simulated || provider.simulated === true
  if (violations.length === 0 && forming === series.forming && simulated === series.simulated) return series
  return series.with({ forming, simulated, issues: [...series.issues, ...violations] })
}

/** The first price that is no finite number, and where it stands. */
function findOdd(series: BarSeries<NumericMode>): { path: string; value: unknown } | undefined {
  for (const name of priceColumns) {
    const column = series[name]
    const index = column instanceof Float64Array ? firstOddNumber(column) : column.findIndex(isOddText)
    if (index >= 0) return { path: `${name}[${index}]`, value: column[index] }
  }
  return undefined
}

function firstOddNumber(column: Float64Array): number {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += (column[i] as number) * 0
  // NaN and the infinities times 0 are NaN, and one NaN makes the sum NaN: the usual case needs no branch.
  return sum === 0 ? -1 : column.findIndex((value) => !Number.isFinite(value))
}

function isOddText(text: string): boolean {
  return text.trim() === '' || !Number.isFinite(Number(text))
}

function ohlcViolations(series: BarSeries<NumericMode>): SeriesIssue[] {
  const [open, high, low, close] = priceColumns.map((name) => asNumbers(series[name]))
  const { time } = series
  const issues: SeriesIssue[] = []
  if (!open || !high || !low || !close) return issues
  for (let i = 0; i < time.length && issues.length < maxIssues; i++) {
    const o = open[i] as number
    const h = high[i] as number
    const l = low[i] as number
    const c = close[i] as number
    if (l <= o && l <= c && h >= o && h >= c) continue
    issues.push({
      kind: 'ohlc-violation',
      message: `The range ${l} to ${h} does not enclose open ${o} and close ${c}.`,
      time: time[i] as number,
    })
  }
  return issues
}

function asNumbers(column: Float64Array | readonly string[]): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column, Number)
}

function invalid(provider: Provider, path: string, expected: string, got: unknown): ValidationError {
  return new ValidationError({ provider: provider.id, path, expected, got: JSON.stringify(got) ?? 'nothing' })
}
