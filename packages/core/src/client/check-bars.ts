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
  for (const name of priceColumns) {
    const bad = firstBad(series[name])
    if (bad >= 0) throw invalid(provider, `${name}[${bad}]`, 'a finite number', series[name][bad])
  }
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

function firstBad(column: Float64Array | readonly string[]): number {
  if (column instanceof Float64Array) {
    for (let i = 0; i < column.length; i++) {
      // True for NaN and both infinities.
      if ((column[i] as number) - (column[i] as number) !== 0) return i
    }
    return -1
  }
  return column.findIndex((text) => text.trim() === '' || !Number.isFinite(Number(text)))
}

function ohlcViolations(series: BarSeries<NumericMode>): SeriesIssue[] {
  const { time, open, high, low, close } = series
  const issues: SeriesIssue[] = []
  for (let i = 0; i < time.length; i++) {
    const [o, h, l, c] = [Number(open[i]), Number(high[i]), Number(low[i]), Number(close[i])]
    if (l <= o && l <= c && h >= o && h >= c) continue
    issues.push({
      kind: 'ohlc-violation',
      message: `The range ${l} to ${h} does not enclose open ${o} and close ${c}.`,
      time: time[i] ?? 0,
    })
    if (issues.length === maxIssues) break
  }
  return issues
}

function invalid(provider: Provider, path: string, expected: string, got: unknown): ValidationError {
  return new ValidationError({ provider: provider.id, path, expected, got: JSON.stringify(got) ?? 'nothing' })
}
