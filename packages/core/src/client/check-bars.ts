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
  const violations = checkPrices(series, provider)
  const { time } = series
  const last = time[time.length - 1] ?? 0
  // Times increase strictly, so the ends speak for the rest.
  if (!Number.isInteger(time[0] ?? 0) || !Number.isInteger(last)) {
    throw invalid(provider, 'time', 'whole milliseconds', Number.isInteger(last) ? time[0] : last)
  }
  const interval = parseInterval(query.interval)
  const market = query.now - (provider.delayedMs ?? 0)
  const forming = series.forming || (!interval.isDaily && last + interval.ms > market && time.length > 0)
  const simulated = series.simulated || provider.simulated === true
  if (violations.length === 0 && forming === series.forming && simulated === series.simulated) return series
  return series.with({ forming, simulated, issues: [...series.issues, ...violations] })
}

/** Refuses a price that is no finite number, and tells of the bars whose range does not enclose their prices. */
function checkPrices(series: BarSeries<NumericMode>, provider: Provider): SeriesIssue[] {
  const open = numbersOf(series.open)
  const high = numbersOf(series.high)
  const low = numbersOf(series.low)
  const close = numbersOf(series.close)
  const issues: SeriesIssue[] = []
  for (let i = 0; i < open.length; i++) {
    const o = open[i] as number
    const h = high[i] as number
    const l = low[i] as number
    const c = close[i] as number
    // The usual bar in one look: NaN fails every comparison, and an infinite end the last.
    if (l <= o && l <= c && h >= o && h >= c && h - l < Number.POSITIVE_INFINITY) continue
    assertFinite(series, i, provider)
    if (issues.length === maxIssues || (l <= o && l <= c && h >= o && h >= c)) continue
    issues.push({
      kind: 'ohlc-violation',
      message: `The range ${l} to ${h} does not enclose open ${o} and close ${c}.`,
      time: series.time[i] as number,
    })
  }
  return issues
}

function assertFinite(series: BarSeries<NumericMode>, index: number, provider: Provider): void {
  for (const name of priceColumns) {
    const value = series[name][index]
    if (!Number.isFinite(numberOf(value)))
      throw invalid(provider, `${name}[${index}]`, 'a finite number', value)
  }
}

function numbersOf(column: Float64Array | readonly string[]): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column, numberOf)
}

/** Nothing is no number, which `Number` takes for 0. */
function numberOf(value: number | string | undefined): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
}

function invalid(provider: Provider, path: string, expected: string, got: unknown): ValidationError {
  return new ValidationError({ provider: provider.id, path, expected, got: JSON.stringify(got) ?? 'nothing' })
}
