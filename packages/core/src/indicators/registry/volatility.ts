import { atrKernel, createAtr } from '../volatility/atr.ts'
import { natrKernel } from '../volatility/natr.ts'
import { trangeKernel } from '../volatility/trange.ts'
import { define, outputs, timePeriod } from './entry.ts'

const group = 'Volatility Indicators'
const line = outputs('own', 'line', 'value outReal')

/** TA-Lib's volatility indicators. */
export const volatilityIndicators = [
  define('ATR', 'Average True Range', group, 'hlc', atrKernel, [timePeriod(14, 1)], line, {
    tradingview: true,
    stream: createAtr,
  }),
  define('NATR', 'Normalized Average True Range', group, 'hlc', natrKernel, [timePeriod(14, 1)], line, {
    tradingview: true,
  }),
  define('TRANGE', 'True Range', group, 'hlc', trangeKernel, [], line),
]
