import { execFileSync } from 'node:child_process'
import {
  type BandOutput,
  createAtr,
  createBbands,
  createEma,
  createRsi,
  createSma,
  type HighLowCloseStream,
  type Stream1,
} from '@starkmatter/core/indicators'
import { market } from './indicators/market.ts'
import { report } from './lib/report.ts'

const updates = 200_000
const rounds = 100

// Run with a name, this file times one stream in a process of its own and prints nanoseconds and bytes per update.
const [name] = process.argv.slice(2)
const { high, low, close } = market(updates)

/** Least nanoseconds and bytes of an update, over all rounds. */
function time(run: () => number): void {
  let least = Number.POSITIVE_INFINITY
  let bytes = Number.POSITIVE_INFINITY
  let sum = 0
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const begin = performance.now()
    sum += run()
    least = Math.min(least, ((performance.now() - begin) * 1e6) / updates)
    bytes = Math.min(bytes, (process.memoryUsage().heapUsed - before) / updates)
  }
  console.log(JSON.stringify({ nsPerUpdate: least, bytesPerUpdate: Math.max(0, bytes), sum }))
}

// Bars come in batches, to a function that is called often: one long loop would be compiled while it runs.
const batch = 1000

function feedValues(stream: Stream1, from: number): number {
  let sum = 0.5
  for (let bar = from; bar < from + batch; bar++) sum += stream.push(close[bar] ?? 0) || 0
  return sum
}

function feedBars(stream: HighLowCloseStream, from: number): number {
  let sum = 0.5
  for (let bar = from; bar < from + batch; bar++)
    sum += stream.push(high[bar] ?? 0, low[bar] ?? 0, close[bar] ?? 0) || 0
  return sum
}

function feedBands(stream: Stream1<Record<BandOutput, number>>, from: number): number {
  let sum = 0.5
  for (let bar = from; bar < from + batch; bar++) sum += stream.push(close[bar] ?? 0).upper || 0
  return sum
}

// One stream for all rounds, as one would live for days.
function timeOne<stream>(stream: stream, feed: (stream: stream, from: number) => number): void {
  time(() => {
    let sum = 0
    for (let bar = 0; bar < updates; bar += batch) sum += feed(stream, bar)
    return sum
  })
}

const streams: Record<string, () => void> = {
  SMA: () => timeOne(createSma({ period: 30 }), feedValues),
  EMA: () => timeOne(createEma({ period: 30 }), feedValues),
  RSI: () => timeOne(createRsi({ period: 14 }), feedValues),
  ATR: () => timeOne(createAtr({ period: 14 }), feedBars),
  BBANDS: () => timeOne(createBbands({ period: 20 }), feedBands),
}

if (name) streams[name]?.()
else {
  const rows = Object.keys(streams).map((stream) => {
    const argv = [...process.execArgv, process.argv[1] ?? '', stream]
    const { nsPerUpdate, bytesPerUpdate } = JSON.parse(
      execFileSync(process.execPath, argv, { encoding: 'utf8' }),
    )
    return { name: stream, nsPerUpdate, bytesPerUpdate }
  })
  report({
    name: 'indicators-stream',
    method: `One push after another over ${updates.toLocaleString('en')} bars, each stream in a process of its own; least of ${rounds} rounds. Bytes: growth of the heap between two collections.`,
    rows,
    bars: rows.flatMap(({ name: stream, nsPerUpdate, bytesPerUpdate }) => [
      { claim: `${stream}: ${nsPerUpdate.toFixed(1)} ns an update, at most 8`, met: nsPerUpdate <= 8 },
      { claim: `${stream}: ${bytesPerUpdate.toFixed(2)} bytes an update, none`, met: bytesPerUpdate < 1 },
    ]),
  })
}
