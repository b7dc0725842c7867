import { type Indicator, type IndicatorParams, indicators } from '@starkmatter/core/indicators/registry'
import { market } from './indicators/market.ts'
import { report } from './lib/report.ts'

const updates = 3_000
/** Rounds are repeated so long; the least counts. */
const repeatMs = 15
const fewestRounds = 6
const most = 3

/** Functions that go through their window for each bar; docs/guide/indicators.md says why. */
const through = new Set([
  ...[
    'CCI',
    'IMI',
    'AVGDEV',
    'LINEARREG',
    'LINEARREG_ANGLE',
    'LINEARREG_INTERCEPT',
    'LINEARREG_SLOPE',
    'TSF',
  ],
  ...['ALMA', 'ENTROPY', 'HURST', 'CRSI', 'VOLUME_PROFILE'],
])

const bars = market(updates)
/** Every bar is below the one before, which is the worst for a search of the highest. */
const falling = (column: Float64Array) => column.map((_, bar) => 2 * updates - bar)
const time = bars.open.map((_, bar) => bar * 60_000)
const walk = { ...bars, time }
const fall = {
  ...walk,
  open: falling(bars.open),
  high: falling(bars.high),
  low: falling(bars.low),
  close: falling(bars.close),
}

/** Time that this process had a processor: the growth is asked for, not what else the machine does. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The parameters that are a number of bars; the levels of a volume profile are not. */
function lengthsOf({ params }: Indicator, length: number): IndicatorParams {
  const lengths = params.filter(({ max }) => max === 100_000)
  return Object.fromEntries(lengths.map(({ name, min }) => [name, Math.max(min, length)]))
}

/** Least nanoseconds of a call, on the worse of both series: of `push`, or of one `push` and two of each other call for a bar. */
function nsOf(indicator: Indicator, length: number, others: boolean): number {
  return Math.max(
    ...[walk, fall].map((columns) => {
      const stream = indicator.createStream(lengthsOf(indicator, length))
      const rows = Array.from({ length: updates }, (_, bar) =>
        indicator.inputs.map((name) => columns[name][bar] ?? 0),
      )
      let least = Number.POSITIVE_INFINITY
      const start = cpuMs()
      // The first round fills the window.
      for (let round = 0; round < fewestRounds || cpuMs() - start < repeatMs; round++) {
        const begin = cpuMs()
        for (const row of rows) {
          stream.push(...row)
          for (let time = 0; others && time < 2; time++) {
            stream.peek(...row)
            stream.replaceLast(...row)
          }
        }
        const ns = ((cpuMs() - begin) * 1e6) / (updates * (others ? 5 : 1))
        if (round > 0) least = Math.min(least, ns)
      }
      return least
    }),
  )
}

const rows = [...indicators.values()]
  .filter((indicator) => Object.keys(lengthsOf(indicator, 0)).length > 0)
  .map((indicator) => {
    const [pushNsAt10, pushNsAt100, pushNsAt1000] = [10, 100, 1000].map((length) =>
      nsOf(indicator, length, false),
    )
    return {
      name: indicator.name,
      pushNsAt10: pushNsAt10 ?? 0,
      pushNsAt100: pushNsAt100 ?? 0,
      pushNsAt1000: pushNsAt1000 ?? 0,
      anyCallNsAt10: through.has(indicator.name) ? 0 : nsOf(indicator, 10, true),
      anyCallNsAt1000: through.has(indicator.name) ? 0 : nsOf(indicator, 1000, true),
    }
  })
const constant = rows.filter(({ name }) => !through.has(name))
const slow = constant.filter(
  (row) => row.pushNsAt1000 > most * row.pushNsAt10 || row.anyCallNsAt1000 > most * row.anyCallNsAt10,
)

report({
  name: 'indicators-stream-period',
  method: `Streams over ${updates.toLocaleString('en')} bars, a random walk and a market that only falls (the worse counts), every length in bars set to 10 (or its least), 100 and 1,000; least processor time of the rounds of ${repeatMs} ms. "push": one after another. "any call": a push, two peeks and two replaced bars, for each bar (not measured, 0, where a push is slow already).`,
  rows,
  bars: [
    {
      claim: `${constant.length} of ${rows.length} functions with a window take at most ${most} times as long with 1,000 bars as with 10, those that go through it are ${[...through].join(', ')}${slow.length > 0 ? `; not: ${slow.map(({ name }) => name)}` : ''}`,
      met: slow.length === 0,
    },
  ],
})
