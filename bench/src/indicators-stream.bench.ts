import { execFileSync } from 'node:child_process'
import { createAtr, createBbands, createEma, createRsi, createSma } from '@starkmatter/core/indicators'
import { market } from './indicators/market.ts'
import { report } from './lib/report.ts'

const updates = 1_000_000
const rounds = 15

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

const streams: Record<string, () => void> = {
  SMA: () => {
    time(() => {
      const stream = createSma({ period: 30 })
      let sum = 0
      for (let bar = 0; bar < updates; bar++) sum += stream.push(close[bar] ?? 0) || 0
      return sum
    })
  },
  EMA: () => {
    time(() => {
      const stream = createEma({ period: 30 })
      let sum = 0
      for (let bar = 0; bar < updates; bar++) sum += stream.push(close[bar] ?? 0) || 0
      return sum
    })
  },
  RSI: () => {
    time(() => {
      const stream = createRsi({ period: 14 })
      let sum = 0
      for (let bar = 0; bar < updates; bar++) sum += stream.push(close[bar] ?? 0) || 0
      return sum
    })
  },
  ATR: () => {
    time(() => {
      const stream = createAtr({ period: 14 })
      let sum = 0
      for (let bar = 0; bar < updates; bar++)
        sum += stream.push(high[bar] ?? 0, low[bar] ?? 0, close[bar] ?? 0) || 0
      return sum
    })
  },
  BBANDS: () => {
    time(() => {
      const stream = createBbands({ period: 20 })
      let sum = 0
      for (let bar = 0; bar < updates; bar++) sum += stream.push(close[bar] ?? 0).upper || 0
      return sum
    })
  },
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
