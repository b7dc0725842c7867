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
  const node = [process.execPath, '--single-threaded', process.argv[1] ?? '', pinned]
  const { status } = spawnSync('taskset', ['-c', String(availableParallelism() - 1), ...node], {
    stdio: 'inherit',
  })
  if (status === null) throw new Error('taskset, of util-linux, is needed to stay on one core.')
  process.exit(status)
}

const venue = await binanceVenue()
let onTick = () => {}
venue.onTrade(() => onTick())

/** How late each tick reached its listener, ms, sorted: since it was due, and since its frame came out of the socket. */
type Turn = { sinceDue: Float64Array; sinceFrame: Float64Array }

/** Frames of a turn, outside of the heap as the bytes of a connection are. */
const bytes = Buffer.alloc(ticksPerTurn * 256)

/**
 * Fills `bytes`, and answers where each frame ends. They are made few by few: what that leaves behind is cleared away at
 * once, and not while ticks are due.
 */
function makeFrames(): Uint32Array {
  const ends = new Uint32Array(ticksPerTurn)
  let end = 0
  for (let made = 0; made < ticksPerTurn; made += ticksPerMs) {
    for (const [index, frame] of venue.frames(ticksPerMs).entries()) {
      end += bytes.write(frame, end, 'latin1')
      ends[made + index] = end
    }
  }
  return ends
}

const cell = new Int32Array(1)
/** About half a microsecond: reading the clock all the time would fill the heap with numbers. */
function pause(): void {
  for (let count = 0; count < 500; count++) Atomics.load(cell, 0)
}

/**
 * Half a second of ticks. Each is due at its own instant, and waits for those before it as in life; its frame becomes a text
 * then, as a socket makes it.
 */
async function turnOf(ends: Uint32Array, deliver: (frame: string) => void): Promise<Turn> {
  const sinceDue = new Float64Array(ticksPerTurn)
  const sinceFrame = new Float64Array(ticksPerTurn)
  let [heard, next, from, handedAt] = [0, 0, 0, 0]
  const begin = performance.now()
  onTick = () => {
    const now = performance.now() - begin
    sinceFrame[heard] = now - handedAt
    sinceDue[heard] = now - heard / ticksPerMs
    heard++
  }
  await new Promise<void>((resolve) => {
    const step = () => {
      while (performance.now() - begin < next / ticksPerMs) pause()
      do {
        const end = ends[next++] ?? 0
        const frame = bytes.toString('latin1', from, end)
        from = end
        handedAt = performance.now() - begin
        deliver(frame)
      } while (next < ticksPerTurn && next / ticksPerMs <= performance.now() - begin)
      if (next < ticksPerTurn) setImmediate(step)
      else resolve()
    }
    step()
  })
  if (heard !== ticksPerTurn) throw new Error(`Heard ${heard} of ${ticksPerTurn}`)
  return { sinceDue: sinceDue.sort(), sinceFrame: sinceFrame.sort() }
}

const at = (sorted: ArrayLike<number>, share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN
const p99 = ({ sinceDue }: Turn) => at(sinceDue, 0.99)

/** A tick goes from its frame straight to the listener. */
const turnOfNothing = (ends: Uint32Array) => turnOf(ends, () => onTick())

let ends = makeFrames()
for (let warmup = 0; warmup < warmups; warmup++) {
  await turnOf(ends, venue.deliver)
  ends = makeFrames()
}

/** Turns of the stream between two of nothing, which show the machine's own. */
const streamTurns: Turn[] = []
const nothingTurns: Turn[] = []
let turns = 0
let before = await turnOfNothing(ends)
const end = performance.now() + patienceMs
while (streamTurns.length < wantedTurns && performance.now() < end) {
  const turn = await turnOf(ends, venue.deliver)
  const after = await turnOfNothing(ends)
  turns++
  if (Math.max(p99(before), p99(after)) < barMs) {
    streamTurns.push(turn)
    nothingTurns.push(after)
  }
  before = after
  ends = makeFrames()
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
const sinceDue = ({ sinceDue }: Turn) => sinceDue
const rows = [
  rowOf('from the instant it is due to the listener', streamTurns.map(sinceDue)),
  rowOf(
    'from its frame at the socket to the listener',
    streamTurns.map(({ sinceFrame }) => sinceFrame),
  ),
  rowOf('the machine alone: nothing between frame and listener', nothingTurns.map(sinceDue)),
]

report({
  name: 'latency',
  method: `Binance's trade frames of four instruments at ${ticksPerMs * 1000} ticks/s in turns of half a second, the whole process with its garbage collector on one core (taskset, --single-threaded). Late is from the instant at which a tick is due, on the wall clock, waiting behind those before it included; or from the moment at which its frame comes out of the socket. A turn counts where the machine alone, nothing done with the ticks, keeps a p99 under ${barMs} ms right before and right after: ${streamTurns.length} of ${turns}.`,
  rows,
  bars: [
    {
      claim: `at ${ticksPerMs * 1000} ticks/s on one core, 99 of 100 ticks reach their listener within ${barMs} ms`,
      met: (rows[0]?.p99Ms ?? Number.NaN) < barMs,
    },
  ],
})
process.exit()
