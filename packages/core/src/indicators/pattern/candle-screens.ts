import { type Average, type Totals, width } from './candle-totals.ts'
import { bodiesAtMost, maskAt, whites } from './candles.ts'

/** Which of the candles `from` to `to - 1`, all of one word, may have the pattern: candle `i` is bit `i % 32`. */
export type Screen = (from: number, to: number) => number

/**
 * Finds sequences of colours.
 *
 * @param colours - A letter a candle, the last being the judged one: `w` white, `b` black, `?` either; `x` and `y` are
 *   opposite colours, whichever way round. At most six letters.
 */
export function colourScreen(colours: string): Screen {
  const eitherWay = /x|y/.test(colours)
  const letters = [...colours].reverse()
  const backs = letters.map((_, back) => back).filter((back) => letters[back] !== '?')
  // Turns the colour that is looked for into ones.
  const turns = backs.map((back) => (/b|y/.test(letters[back] ?? '') ? -1 : 0))
  return (from, to) => {
    const base = from & ~31
    const word = whites(Math.max(from - 5, base), to)
    const earlier = whites(from - 5, Math.max(from - 5, base))
    let all = -1
    let none = -1
    for (let index = 0; index < backs.length; index++) {
      const back = backs[index] as number
      // Not `>>> (32 - back)`, which would be `>>> 0` for the judged candle.
      const colour = (word << back) | ((earlier >>> 1) >>> (31 - back))
      const wanted = colour ^ (turns[index] as number)
      all &= wanted
      none &= ~wanted
    }
    return eitherWay ? all | none : all
  }
}

/**
 * Candles whose measured body may be at most the average, or `longer`: quicker than the truth, for it does not divide,
 * and never 0 where the truth is 1. No two averages of a kernel may be screened for the same body.
 */
export function sizeScreen(average: Average, longer: boolean, sliding: readonly Totals[]): Screen {
  const { range, period, factor, span, half, back, slot } = average
  // A factor so small has too few digits for the margin.
  if (Math.abs(factor) < 1e-200) return () => -1
  const turn = longer ? -1 : 0
  const near = longer ? -1e-9 : 1e-9
  const share = (factor / span) * half * (1 + near)
  const margin = near * 1e-260
  if (range !== 0 || period === 0)
    return (from, to) => turn ^ bodiesAtMost(slot, back, share, margin, from, to)
  const { shares, margins } = sliding[Math.floor(slot / width)] as Totals
  shares[slot % width] = share
  margins[slot % width] = margin
  return (from) => turn ^ maskAt(slot, from)
}
