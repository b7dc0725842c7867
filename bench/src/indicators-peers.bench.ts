import { execFileSync } from 'node:child_process'
import { indicators } from '@starkmatter/core/indicators/registry'
import { market } from './indicators/market.ts'
import { importFromPeers } from './lib/peers.ts'
import { type BenchRow, report } from './lib/report.ts'

type Columns = Record<string, ArrayLike<number>>
type Adapter = Record<string, (columns: Columns) => unknown>
type Times = Record<string, number>

const length = 100_000
const day = 86_400_000
const named = (
  'SMA EMA WMA RSI MACD BBANDS ATR ADX STOCH CCI MFI OBV SAR AROON STDDEV LINEARREG CORREL ULTOSC HT_DCPERIOD ' +
  'CDLENGULFING CDLDOJI CDLMORNINGSTAR'
).split(' ')
/** Our three forms: what is held to the bars, the same without memory of the caller, and what is held to half of them. */
const ours = ['starkmatter out reused', 'starkmatter Float64Array', 'starkmatter number[]'] as const
// As the adapters of the peers have them; what is not named here has the same defaults on both sides.
const parameters: Record<string, Record<string, number>> = {
  BBANDS: { period: 20 },
  STDDEV: { period: 20 },
  STOCH: { fastKPeriod: 14, slowKPeriod: 3, slowDPeriod: 3 },
}
/** Geometric mean over shared functions, peer over ours. */
const bounds: Record<string, number> = {
  '@ixjb94/indicators': 6,
  indicatorts: 8,
  '@debut/indicators': 8,
  'trading-signals': 25,
  'ta-math': 25,
  'fast-technical-indicators': 25,
  technicalindicators: 50,
  'talib (native)': 45,
  'talib-web (wasm)': 45,
}

const [system] = process.argv.slice(2)
if (system !== undefined) console.log(JSON.stringify(await timesOf(system)))
else await compare()

async function adaptersOfPeers() {
  const { adapters } = await importFromPeers<{ adapters: Record<string, () => Promise<Adapter>> }>(
    'adapters.mjs',
  )
  return adapters
}

/** Nanoseconds a bar of each function of a system, median of many runs. */
async function timesOf(name: string): Promise<Times> {
  const made: Columns = { ...market(length), time: Float64Array.from({ length }, (_, bar) => bar * day) }
  const plain = Object.fromEntries(
    Object.entries(made).map(([column, values]) => [column, Array.from(values)]),
  )
  const adapter = name.startsWith('starkmatter')
    ? ownFunctions(name === ours[2] ? plain : made, name === ours[0])
    : ((await (await adaptersOfPeers())[name]?.()) ?? {})
  const times: Times = {}
  for (const [fn, run] of Object.entries(adapter)) times[fn] = medianOf(() => run(plain))
  return times
}

function ownFunctions(columns: Columns, reused: boolean): Adapter {
  return Object.fromEntries(
    [...indicators].map(([name, indicator]) => {
      const given = indicator.inputs.map((input) => columns[input] ?? [])
      // An arc cosine needs the unit interval.
      if (name === 'ACOS' || name === 'ASIN') given[0] = columns.unit ?? []
      const out = reused ? indicator.outputs.map(() => new Float64Array(length)) : undefined
      return [name, () => indicator.compute(given, parameters[name] ?? {}, out)]
    }),
  )
}

/**
 * Warmed up for a tenth of a second, then run for two more, five times at least. The median, not the least time: what a
 * library leaves to the collector is a part of its cost.
 */
function medianOf(run: () => unknown): number {
  const begin = performance.now()
  do run()
  while (performance.now() - begin < 100)
  const spans: number[] = []
  for (let at = performance.now(), end = at + 200; at < end || spans.length < 5; ) {
    run()
    const now = performance.now()
    spans.push(now - at)
    at = now
  }
  spans.sort((a, b) => a - b)
  return ((spans[spans.length >> 1] ?? Number.NaN) * 1e6) / length
}

async function compare(): Promise<void> {
  const adapters = await adaptersOfPeers()
  const measured = new Map<string, Times>()
  // Each in a process of its own: in a shared one, whoever comes later finds call sites that have seen other shapes.
  for (let round = 0; round < 2; round++) {
    for (const name of [...ours, ...Object.keys(adapters)]) {
      const output = execFileSync(process.execPath, [process.argv[1] ?? '', name], { encoding: 'utf8' })
      const times: Times = JSON.parse(output.trim().split('\n').at(-1) ?? '{}')
      const before = measured.get(name) ?? {}
      for (const [fn, ns] of Object.entries(times)) before[fn] = Math.min(ns, before[fn] ?? ns)
      measured.set(name, before)
    }
  }
  const peers = [...measured].slice(ours.length)
  const shared = [...indicators.keys()].filter((fn) => peers.some(([, times]) => times[fn] !== undefined))
  const rows = shared.map((fn): BenchRow => {
    const row: BenchRow = { name: fn }
    for (const [name, times] of measured) row[name] = times[fn] ?? '-'
    return row
  })
  const scopes = [
    { what: 'named in the comparison with C', has: (fn: string) => named.includes(fn) },
    { what: 'that both have', has: () => true },
  ]
  const bars = peers.flatMap(([name, times]) =>
    scopes.flatMap(({ what, has }) => {
      const both = Object.entries(times).filter(([fn]) => has(fn))
      const ratioOf = (form: string) =>
        geometricMean(both.map(([fn, ns]) => ns / (measured.get(form)?.[fn] ?? Number.NaN)))
      const reused = ratioOf(ours[0])
      const plain = ratioOf(ours[2])
      const bound = bounds[name] ?? 1
      const over = `${name} over the ${both.length} functions ${what}`
      return [
        {
          claim: `Float64Array: ${reused.toFixed(1)}x faster than ${over} (bar ${bound}x; with new memory for results ${ratioOf(ours[1]).toFixed(1)}x)`,
          met: reused >= bound,
        },
        {
          claim: `number[]: ${plain.toFixed(1)}x faster than ${over} (bar ${bound / 2}x)`,
          met: plain >= bound / 2,
        },
      ]
    }),
  )
  report({
    name: 'indicators-peers',
    method:
      'Nanoseconds a bar over 100,000 bars, each library in a process of its own, the lesser median of two rounds of many runs (what a library leaves to the collector is a part of its cost). Ours in three forms: Float64Array with the memory for results reused, as in the comparison with C and as no peer can (held to the bars); Float64Array with new memory for every call (said beside); number[] with new memory (held to half of the bars). Peers take number[] and make new memory; the streaming ones are fed bar by bar. Bars: geometric mean over the functions that a peer shares with us, by formula and parameters: of the 22 that are compared with C, and of all.',
    rows,
    bars,
  })
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
