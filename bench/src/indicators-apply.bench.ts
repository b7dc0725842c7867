import { applyIndicators, indicators } from '@starkmatter/core/indicators/registry'
import { market } from './indicators/market.ts'
import { measure } from './lib/measure.ts'
import { report } from './lib/report.ts'

const bars = 100_000
const series = market(bars)

/** What stands on a busy chart, by the work that is shared. */
const sets: Record<string, { name: string; params?: Record<string, number> }[]> = {
  'true range': [
    { name: 'ATR' },
    { name: 'NATR' },
    { name: 'SUPERTREND', params: { period: 14 } },
    { name: 'ATR_STOP', params: { period: 14 } },
    { name: 'KELTNER', params: { rangePeriod: 14 } },
  ],
  direction: [{ name: 'PLUS_DI' }, { name: 'MINUS_DI' }, { name: 'DX' }, { name: 'ADX' }, { name: 'ADXR' }],
  strength: [{ name: 'RSI' }, { name: 'STOCHRSI' }, { name: 'QQE' }],
  cycle: [{ name: 'HT_DCPHASE' }, { name: 'HT_SINE' }],
  bands: [
    { name: 'SMA', params: { period: 20 } },
    { name: 'BBANDS', params: { period: 20 } },
  ],
}
sets['all of them'] = Object.values(sets).flat()

const rows: { name: string; aloneMs: number; togetherMs: number; share: number }[] = []
for (const [name, requests] of Object.entries(sets)) {
  const alone = await measure(
    () => {
      for (const request of requests) {
        const indicator = indicators.get(request.name)
        indicator?.compute(
          indicator.inputs.map((input) => series[input as keyof typeof series]),
          request.params,
        )
      }
    },
    { runs: 30, warmup: 15 },
  )
  const together = await measure(() => applyIndicators(series, requests), { runs: 30, warmup: 15 })
  rows.push({
    name,
    aloneMs: alone.minMs,
    togetherMs: together.minMs,
    share: together.minMs / alone.minMs,
  })
}

const all = rows.at(-1)?.share ?? 1
report({
  name: 'indicators-apply',
  method: `Several indicators over ${bars.toLocaleString('en')} bars: each for itself, and at once with \`applyIndicators\`; least of 30 runs.`,
  rows,
  bars: [
    { claim: `at once ${all.toFixed(2)} of the time that they take alone, at most 0.85`, met: all <= 0.85 },
  ],
})
