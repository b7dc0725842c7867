import { indexOfDate } from '../adjust-index.ts'
import type { BarSeries } from '../bar-series.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

/** Vendors restate up to a wrong day: the break is looked for this many bars around the ex-date. */
const around = 6
/** Smaller splits cannot be told from a market's move. */
const smallest = Math.log(1.4)

/** Splits whose jump is still there in restated prices, is there the wrong way round, or is missing in raw prices. */
export function splitFlags(
  { bars, actions = [] }: SeriesFacts,
  known: readonly QualityFlag[],
): QualityFlag[] {
  return actions.flatMap((action): QualityFlag[] => {
    if (action.type !== 'split') return []
    const size = Math.log(action.numerator / action.denominator)
    const index = indexOfDate(bars, action.date)
    if (Math.abs(size) < smallest || index === 0 || index === bars.length) return []
    const split = `${action.numerator} for ${action.denominator}`
    if (bars.adjustment === 'raw') {
      if (Math.abs(jumpAt(bars, index)) > Math.abs(size) / 2) return []
      const message = `Prices do not jump at the split of ${split} on ${action.date}: they seem to be restated for it already.`
      return [{ kind: 'doubled-split', message, time: bars.time[index - 1] ?? 0, first: 0, last: index - 1 }]
    }
    for (let i = Math.max(1, index - around); i <= Math.min(bars.length - 1, index + around); i++) {
      const jump = jumpAt(bars, i)
      if (known.some((flag) => flag.first <= i && i <= flag.last + 1)) continue
      const isUnapplied = Math.abs(jump + size) < Math.abs(size) * 0.3
      const isDoubled = Math.abs(jump - size) < Math.abs(size) * 0.3
      if (!isUnapplied && !isDoubled) continue
      const ratio = action.numerator / action.denominator
      const message = `Prices before this bar have the split of ${split} on ${action.date} ${isUnapplied ? 'not applied' : 'applied twice'}.`
      return [
        {
          kind: isUnapplied ? 'unapplied-split' : 'doubled-split',
          message,
          time: bars.time[i - 1] ?? 0,
          first: 0,
          last: i - 1,
          factor: isUnapplied ? 1 / ratio : ratio,
        },
      ]
    }
    return []
  })
}

/** Logarithm of the move from the close before to the open. */
function jumpAt(bars: BarSeries, index: number): number {
  return Math.log((bars.open[index] ?? Number.NaN) / (bars.close[index - 1] ?? Number.NaN))
}
