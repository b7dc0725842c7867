import { indexOfDate } from '../adjust-index.ts'
import type { BarSeries } from '../bar-series.ts'
import type { CorporateAction } from '../reference-data.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

type Split = Extract<CorporateAction, { type: 'split' }>

/** Vendors restate up to a wrong day: the break is looked for this many bars around the ex-date. */
const around = 6
/** A single day that was forgotten comes back after at most so many bars. */
const longestStray = 10
/** Smaller splits cannot be told from a market's move, nor can those of a usual size for this one. */
const smallest = Math.log(1.15)
const usualMoves = 6

/** Splits whose jump is still there in restated prices, is there the wrong way round, or is missing in raw prices. */
export function splitFlags(
  { bars, actions = [] }: SeriesFacts,
  known: readonly QualityFlag[],
): QualityFlag[] {
  const splits = actions.filter((action) => action.type === 'split')
  if (splits.length === 0 || bars.length < 2) return []
  const jumps = Float64Array.from(bars.time, (_, index) => jumpAt(bars, index))
  for (const { first, last } of known) jumps.fill(0, first, last + 2)
  const moves = jumps.map(Math.abs).sort()
  const noticeable = Math.max(smallest, usualMoves * (moves[moves.length >> 1] ?? 0))
  return splits.flatMap((split) => {
    const size = Math.log(split.numerator / split.denominator)
    const index = indexOfDate(bars, split.date)
    if (Math.abs(size) < noticeable) return []
    if (bars.adjustment === 'raw')
      return index > 0 && index < bars.length ? missingJump(bars, split, size, index) : []
    const strays = strayRuns(bars, split, size, jumps)
    for (const { first, last } of strays) jumps.fill(0, first, last + 2)
    return [...strays, ...breaks(bars, split, size, index, jumps)]
  })
}

/** Raw prices that do not jump: they are not raw. */
function missingJump(bars: BarSeries, split: Split, size: number, index: number): QualityFlag[] {
  if (Math.abs(jumpAt(bars, index)) > Math.abs(size) / 2) return []
  const message = `Prices do not jump at the split of ${shares(split)} on ${split.date}: they seem to be restated for it already.`
  return [{ kind: 'doubled-split', message, time: bars.time[index - 1] ?? 0, first: 0, last: index - 1 }]
}

/** A break near the ex-date: everything before it is off. */
function breaks(
  bars: BarSeries,
  split: Split,
  size: number,
  index: number,
  jumps: Float64Array,
): QualityFlag[] {
  const from = Math.max(1, index - around)
  const to = Math.min(bars.length - 1, index + around)
  for (let i = from; i <= to; i++) {
    const jump = jumps[i] ?? 0
    if (isLike(jump, -size) || isLike(jump, size)) return [flagOf(bars, split, isLike(jump, -size), 0, i - 1)]
  }
  return []
}

/** Single days that are off by the split, and the way back after them. */
function strayRuns(bars: BarSeries, split: Split, size: number, jumps: Float64Array): QualityFlag[] {
  const flags: QualityFlag[] = []
  for (let first = 1; first < bars.length; first++) {
    const jump = jumps[first] ?? 0
    if (!isLike(jump, size) && !isLike(jump, -size)) continue
    for (let i = first + 1; i <= first + longestStray && i < bars.length; i++) {
      if (!isLike(jumps[i] ?? 0, -jump)) continue
      // So many times too high are prices that were never divided by the split.
      flags.push(flagOf(bars, split, isLike(jump, size), first, i - 1))
      first = i
      break
    }
  }
  return flags
}

function flagOf(
  bars: BarSeries,
  split: Split,
  isUnapplied: boolean,
  first: number,
  last: number,
): QualityFlag {
  const ratio = split.numerator / split.denominator
  const state = isUnapplied ? 'not applied' : 'applied twice'
  return {
    kind: isUnapplied ? 'unapplied-split' : 'doubled-split',
    message: `Prices of ${last - first + 1} bars have the split of ${shares(split)} on ${split.date} ${state}.`,
    time: bars.time[last] ?? 0,
    first,
    last,
    factor: isUnapplied ? 1 / ratio : ratio,
  }
}

function shares({ numerator, denominator }: Split): string {
  return `${numerator} for ${denominator}`
}

function isLike(jump: number, size: number): boolean {
  return Math.abs(jump - size) < Math.abs(size) * 0.3
}

/** Logarithm of the move from the close before to the open. */
function jumpAt(bars: BarSeries, index: number): number {
  return index === 0 ? 0 : Math.log((bars.open[index] ?? Number.NaN) / (bars.close[index - 1] ?? Number.NaN))
}
