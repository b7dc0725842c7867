import { cdlDojiKernel } from '../pattern/cdl-doji.ts'
import { cdlEngulfingKernel } from '../pattern/cdl-engulfing.ts'
import { cdlMorningStarKernel } from '../pattern/cdl-morning-star.ts'
import { decimal, define, type Indicator, outputs } from './entry.ts'

const marker = outputs('price', 'marker', 'value outInteger')

/** A pattern without parameters, or with a default `penetration`. */
function pattern(
  name: string,
  title: string,
  kernel: Parameters<typeof define>[4],
  penetration?: number,
): Indicator {
  const params = penetration === undefined ? [] : [decimal('penetration', penetration, 0, 'optInPenetration')]
  return define(name, title, 'Pattern Recognition', 'ohlc', kernel, params, marker)
}

/** TA-Lib's candlestick patterns. */
export const patterns: readonly Indicator[] = [
  pattern('CDLDOJI', 'Doji', cdlDojiKernel),
  pattern('CDLENGULFING', 'Engulfing Pattern', cdlEngulfingKernel),
  pattern('CDLMORNINGSTAR', 'Morning Star', cdlMorningStarKernel, 0.3),
]
