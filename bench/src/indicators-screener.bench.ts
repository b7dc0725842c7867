import { screen } from '@starkmatter/core/indicators/registry'
import { market } from './indicators/market.ts'
import { measure } from './lib/measure.ts'
import { report } from './lib/report.ts'

const symbols = 5000
const bars = 500
const names = 'SMA EMA RSI MACD BBANDS ATR ADX STOCH OBV ROC'.split(' ')

const all = market(symbols * bars)
const list = Array.from({ length: symbols }, (_, symbol) => {
  const part = (column: Float64Array) => column.slice(symbol * bars, (symbol + 1) * bars)
  return {
    open: part(all.open),
    high: part(all.high),
    low: part(all.low),
    close: part(all.close),
    volume: part(all.volume),
  }
})
const requests = names.map((name) => ({ name }))
const timing = await measure(() => screen(list, requests), { runs: 40, warmup: 10 })
const each: ({ name: string } & typeof timing)[] = []
for (const request of requests)
  each.push({ name: request.name, ...(await measure(() => screen(list, [request]), { runs: 5, warmup: 2 })) })

report({
  name: 'indicators-screener',
  method: `The newest values of ${names.length} indicators over ${symbols.toLocaleString('en')} symbols of ${bars} bars, on one core: ${names.join(', ')}.`,
  rows: [{ name: 'all', ...timing }, ...each],
  bars: [{ claim: `${timing.minMs.toFixed(0)} ms, under 150`, met: timing.minMs < 150 }],
})
