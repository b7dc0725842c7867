import type { BarSeries } from '../bar-series.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

/** No market moves so much between two bars, nor within one. */
const impossible = 20

/** A stretch of bars whose prices follow from each other. */
type Run = { first: number; last: number; level: number }

/** Bars whose prices are a power of ten, or a whole split, off the others. */
export function scaleFlags({ bars, actions = [] }: SeriesFacts): QualityFlag[] {
  // A raw series jumps at its splits, and may do so by a lot.
  const splits = actions.flatMap((action) =>
    action.type === 'split' ? [action.numerator / action.denominator] : [],
  )
  const isHonest = (ratio: number) =>
    bars.adjustment === 'raw' && splits.some((split) => isNear(ratio * split, 1))
  return [...brokenBars(bars), ...strayRuns(bars, runsOf(bars, isHonest), splits)]
}

/** Bars that disagree with themselves: 58.5 at the open and 0.6 at the close. */
function brokenBars(bars: BarSeries): QualityFlag[] {
  const flags: QualityFlag[] = []
  for (let i = 0; i < bars.length; i++) {
    const [low, high] = extremes(bars, i)
    if (!(low > 0 && high / low > impossible) || isFlashCrash(bars, i)) continue
    const message = `Prices of one bar reach from ${low} to ${high}: some are ${powerOfTen(high / low)} times off.`
    flags.push({ kind: 'price-scale', message, time: bars.time[i] ?? 0, first: i, last: i })
  }
  return flags
}

/** Open and close agree, and the extreme between them is no power of ten away: then it was a trade, if a mad one. */
function isFlashCrash(bars: BarSeries, i: number): boolean {
  const [low, high] = extremes(bars, i)
  const open = bars.open[i] ?? 0
  const close = bars.close[i] ?? 0
  if (Math.abs(Math.log(open / close)) > Math.log(impossible)) return false
  const middle = Math.sqrt(open * close)
  const distance = Math.log10(Math.max(high / middle, middle / low))
  return Math.abs(distance - Math.round(distance)) > 0.15
}

function runsOf(bars: BarSeries, isHonest: (ratio: number) => boolean): Run[] {
  const runs: Run[] = []
  let level = 0
  let before: number | undefined
  for (let i = 0; i < bars.length; i++) {
    const [low, high] = extremes(bars, i)
    if (!(low > 0) || (high / low > impossible && !isFlashCrash(bars, i))) continue
    const close = bars.close[i] ?? 0
    const ratio = before === undefined ? 1 : (bars.open[i] ?? 0) / before
    const last = runs.at(-1)
    if (last && (isHonest(ratio) || (ratio < impossible && ratio > 1 / impossible))) last.last = i
    else {
      level += last ? Math.log(ratio) : 0
      runs.push({ first: i, last: i, level })
    }
    before = close
  }
  return runs
}

function strayRuns(bars: BarSeries, runs: readonly Run[], splits: readonly number[]): QualityFlag[] {
  const traded = runs.filter((run) => hasVolume(bars, run))
  const reference = traded.at(-1) ?? runs.at(-1)
  if (!reference || runs.length < 2) return []
  return runs.flatMap((run): QualityFlag[] => {
    const ratio = Math.exp(run.level - reference.level)
    if (ratio < impossible && ratio > 1 / impossible) return []
    const place = { time: bars.time[run.first] ?? 0, first: run.first, last: run.last }
    const count = run.last - run.first + 1
    const split = splits.find((one) => isNear(ratio, one) || isNear(ratio, 1 / one))
    if (split === undefined) {
      const factor = powerOfTen(ratio)
      const message = `Prices of ${count} bars are ${factor} times those of the others.`
      return [{ kind: 'price-scale', message, factor: 1 / factor, ...place }]
    }
    // A price that was never divided by the split is so many times too high, one divided twice too low.
    const isUnapplied = isNear(ratio, split)
    const factor = isUnapplied ? 1 / split : split
    const message = `Prices of ${count} bars have the split of ${split} for 1 ${isUnapplied ? 'not applied' : 'applied twice'}.`
    return [{ kind: isUnapplied ? 'unapplied-split' : 'doubled-split', message, factor, ...place }]
  })
}

function extremes(bars: BarSeries, i: number): [low: number, high: number] {
  const prices = [bars.open[i] ?? 0, bars.high[i] ?? 0, bars.low[i] ?? 0, bars.close[i] ?? 0]
  return [Math.min(...prices), Math.max(...prices)]
}

function hasVolume(bars: BarSeries, { first, last }: Run): boolean {
  return bars.volume.subarray(first, last + 1).some((volume) => volume > 0)
}

function powerOfTen(ratio: number): number {
  return 10 ** Math.round(Math.log10(ratio))
}

function isNear(a: number, b: number): boolean {
  return Math.abs(Math.log(a / b)) < 0.5
}
