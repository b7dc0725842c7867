import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { report } from './lib/report.ts'
import { binanceVenue } from './lib/stream-venues.ts'

const ticksPerMs = 50
const ticksPerTurn = ticksPerMs * 500
const wantedTurns = 20
const warmups = 4
const patienceMs = 120_000
const barMs = 1
const pinned = 'pinned'

// One core for everything: V8's helpers, which would clear away garbage and compile on other cores, run on this thread.
if (process.argv[2] !== pinned) {
  const node = [process.execPath, '--expose-gc', '--single-threaded', process.argv[1] ?? '', pinned]
  const { status } = spawnSync('taskset', ['-c', String(availableParallelism() - 1), ...node], {
    stdio: 'inherit',
  })
  if (status === null) throw new Error('taskset, of util-linux, is needed to stay on one core.')
  process.exit(status)
}

const venue = await binanceVenue()
let onTick = () => {}
venue.onTrade(() => onTick())

type Kind = { framesOf(count: number): readonly string[]; deliver(frame: string): void }

/** Half a second of ticks. Each is due at its own instant, and waits for those before it as in life. How late, ms, sorted. */
async function lateness({ framesOf, deliver }: Kind): Promise<Float64Array> {
  const frames = framesOf(ticksPerTurn)
  const late = new Float64Array(frames.length)
  let heard = 0
  let next = 0
  // What making the frames has left behind is not the stream's to clear away.
  globalThis.gc?.()
  const begin = performance.now()
  onTick = () => {
    late[heard] = performance.now() - begin - heard / ticksPerMs
    heard++
  }
  while (next < frames.length) {
    await new Promise((resolve) => setImmediate(resolve))
    while (next < frames.length && next / ticksPerMs <= performance.now() - begin)
      deliver(frames[next++] ?? '')
  }
  if (heard !== frames.length) throw new Error(`Heard ${heard} of ${frames.length}`)
  return late.sort()
}

const at = (sorted: ArrayLike<number>, share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN

const stream: Kind = { framesOf: venue.frames, deliver: venue.deliver }
const nothing: Kind = {
  framesOf: (count) => Array.from({ length: count }, () => ''),
  deliver: () => onTick(),
}
for (let turn = 0; turn < warmups; turn++) await lateness(stream)

/** Turns of the stream between two of nothing, in which a tick goes straight to the listener: they show the machine's own. */
const streamTurns: Float64Array[] = []
const nothingTurns: Float64Array[] = []
let turns = 0
let before = await lateness(nothing)
const end = performance.now() + patienceMs
while (streamTurns.length < wantedTurns && performance.now() < end) {
  const late = await lateness(stream)
  const after = await lateness(nothing)
  turns++
  if (Math.max(at(before, 0.99), at(after, 0.99)) < barMs) {
    streamTurns.push(late)
    nothingTurns.push(after)
  }
  before = after
}

function rowOf(name: string, late: readonly Float64Array[]) {
  const all = Float64Array.from(late.flatMap((turn) => [...turn])).sort()
  const p99 = late.map((turn) => at(turn, 0.99)).sort((a, b) => a - b)
  return {
    name,
    ticks: all.length,
    p50Ms: at(all, 0.5),
    p99Ms: at(all, 0.99),
    p999Ms: at(all, 0.999),
    medianTurnP99Ms: at(p99, 0.5),
    worstTurnP99Ms: p99.at(-1) ?? Number.NaN,
  }
}
const rows = [
  rowOf('from frame to listener', streamTurns),
  rowOf('the machine alone: nothing between frame and listener', nothingTurns),
]

report({
  name: 'latency',
  method: `Binance's trade frames of four instruments at ${ticksPerMs * 1000} ticks/s in turns of half a second, the whole process with its garbage collector on one core (taskset, --single-threaded). Late is from the instant at which a tick is due to its listener, on the wall clock. A turn counts where the machine alone, nothing done with the ticks, keeps a p99 under ${barMs} ms right before and right after: ${streamTurns.length} of ${turns}.`,
  rows,
  bars: [
    {
      claim: `at ${ticksPerMs * 1000} ticks/s on one core, 99 of 100 ticks reach their listener within ${barMs} ms`,
      met: (rows[0]?.p99Ms ?? Number.NaN) < barMs,
    },
  ],
})
process.exit()
