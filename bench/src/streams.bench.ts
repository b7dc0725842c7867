import { createClient, crypto, HttpResponse, loadOperation } from '@starkmatter/core'
import { binance } from '@starkmatter/core/providers/binance'
import { massive } from '@starkmatter/core/providers/massive'
import { loopSockets } from './lib/loop-socket.ts'
import { measure } from './lib/measure.ts'
import { importFromPeers } from './lib/peers.ts'
import { type BenchRow, report } from './lib/report.ts'
import { binanceFrames, type FrameSource, massiveFrames } from './lib/trade-frames.ts'

const rounds = 200
const tradesPerRound = 2_000
const once = { runs: 1, warmup: 0 }
const pairs = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'XRPUSDT']
const shares = ['AAPL', 'MSFT', 'NVDA', 'SPY']

type Venue = {
  name: string
  frames: FrameSource
  deliver(frame: string): void
  heard(): number
  onTrade(listener: () => void): void
}

async function binanceVenue(): Promise<Venue> {
  const { WebSocket, deliver } = loopSockets()
  const client = createClient({ providers: [binance()], WebSocket })
  const feeds = pairs.map((pair) =>
    client.watchTrades({ symbols: [`crypto:${pair.slice(0, -4)}/USDT@BINANCE`] }),
  )
  return listening(
    {
      name: 'Binance, one trade a frame',
      frames: binanceFrames(pairs),
      deliver,
    },
    feeds,
  )
}

async function massiveVenue(tradesPerFrame: number): Promise<Venue> {
  const status = (status: string, message = '') => JSON.stringify([{ ev: 'status', status, message }])
  const { WebSocket, deliver } = loopSockets({
    greet: [status('connected')],
    answer: (frame) => (frame.includes('"auth"') ? [status('auth_success')] : []),
  })
  const client = createClient({ providers: [massive({ apiKey: 'benchmark' })], WebSocket })
  const feeds = shares.map((share) => client.watchTrades({ symbols: [`equity:${share}`] }))
  return listening(
    {
      name: `Massive, ${tradesPerFrame} trades a frame`,
      frames: massiveFrames(shares, tradesPerFrame),
      deliver,
    },
    feeds,
  )
}

type Feed = { on(event: 'data', listener: () => void): unknown; status: { state: string } }

async function listening(
  venue: Pick<Venue, 'name' | 'frames' | 'deliver'>,
  feeds: readonly Feed[],
): Promise<Venue> {
  let heard = 0
  for (const feed of feeds) feed.on('data', () => heard++)
  while (feeds.some(({ status }) => status.state !== 'live'))
    await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    ...venue,
    heard: () => heard,
    onTrade(listener) {
      for (const feed of feeds) feed.on('data', listener)
    },
  }
}

const rows: BenchRow[] = []
let worst = 0
for (const venue of [await binanceVenue(), await massiveVenue(1), await massiveVenue(25)]) {
  let [parseMs, streamMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    // Trades are told once, so that each turn has frames of its own, which both sides read.
    const frames = venue.frames(tradesPerRound)
    const deliver = () => {
      for (const frame of frames) venue.deliver(frame)
    }
    const parse = () => frames.filter((frame) => JSON.parse(frame) === null)
    parseMs = Math.min(parseMs, (await measure(parse, once)).minMs)
    streamMs = Math.min(streamMs, (await measure(deliver, once)).minMs)
  }
  const sent = rounds * tradesPerRound
  if (venue.heard() !== sent) throw new Error(`${venue.name}: heard ${venue.heard()} of ${sent}`)
  const ratio = streamMs / parseMs
  worst = Math.max(worst, ratio)
  rows.push({
    name: venue.name,
    jsonParseMs: parseMs,
    decodeAndFanOutMs: streamMs,
    tradesPerSecond: Math.round((tradesPerRound / streamMs) * 1000),
    ratio,
  })
}

/** What others take for the same frames, without order, repetition or listeners. */
type Peers = {
  ccxtTrades(frames: readonly string[]): number
  ccxtBars(text: string): number
  massiveTrades(frames: readonly string[]): number
}
const peers = await importFromPeers<Peers>('adapters.mjs', 'stream-peers')
for (const { name, frames, decode } of [
  { name: 'ccxt parseTrades, Binance', frames: binanceFrames(pairs), decode: peers.ccxtTrades },
  {
    name: '@massive.com/client-js (hands over JSON), 25 trades a frame',
    frames: massiveFrames(shares, 25),
    decode: peers.massiveTrades,
  },
]) {
  let [parseMs, decodeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    const some = frames(tradesPerRound)
    parseMs = Math.min(
      parseMs,
      (await measure(() => some.filter((text) => JSON.parse(text) === null), once)).minMs,
    )
    decodeMs = Math.min(decodeMs, (await measure(() => decode(some), once)).minMs)
  }
  const tradesPerSecond = Math.round((tradesPerRound / decodeMs) * 1000)
  rows.push({
    name,
    jsonParseMs: parseMs,
    decodeAndFanOutMs: decodeMs,
    tradesPerSecond,
    ratio: decodeMs / parseMs,
  })
}

// Bars of an answer, checked columns here, rows there.
const klines = JSON.stringify(
  Array.from({ length: 1000 }, (_, index) => {
    const open = index * 60_000
    return [
      open,
      '66000.1',
      '66100.2',
      '65900.3',
      '66050.4',
      '12.34567',
      open + 59_999,
      '8e5',
      321,
      '6',
      '4',
      '0',
    ]
  }),
)
const { parse: parseBars } = await loadOperation(binance().getBars)
const barsQuery = {
  instrument: crypto('BTC', 'USDT', 'BINANCE'),
  symbol: 'BTCUSDT',
  now: 6e7,
  interval: '1m' as const,
  start: 0,
  end: 6e7,
  adjustment: 'raw' as const,
  extendedHours: false,
  numeric: 'number' as const,
}
const barsOf = {
  'Binance, 1,000 bars of an answer': () =>
    parseBars(new HttpResponse({ status: 200, text: klines }), barsQuery).length,
  'ccxt parseOHLCVs, 1,000 bars of an answer': () => peers.ccxtBars(klines),
}
for (const [name, decode] of Object.entries(barsOf)) {
  const { minMs: parseMs } = await measure(() => JSON.parse(klines), { runs: rounds })
  const { minMs: decodeMs } = await measure(decode, { runs: rounds })
  rows.push({ name, jsonParseMs: parseMs, decodeMs, ratio: decodeMs / parseMs })
}

const ticksPerMs = 50
const turns = 20
const warmups = 3

/** Time on the processor: what other programs on the machine take is not the stream's. */
const ownTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const live = await binanceVenue()

/** Half a second of ticks. Each is due at its own instant, and waits for those before it as in life. How late, ms, sorted. */
async function lateness(clock: () => number): Promise<Float64Array> {
  const frames = live.frames(ticksPerMs * 500)
  const late = new Float64Array(frames.length)
  let heard = 0
  let next = 0
  // What making the frames has left behind is not the stream's to clear away.
  globalThis.gc?.()
  const begin = clock()
  onTick = () => {
    late[heard] = clock() - begin - heard / ticksPerMs
    heard++
  }
  while (next < frames.length) {
    await new Promise((resolve) => setImmediate(resolve))
    while (next < frames.length && next / ticksPerMs <= clock() - begin) live.deliver(frames[next++] ?? '')
  }
  return late.sort()
}

let onTick = () => {}
live.onTrade(() => onTick())
const percentile = (sorted: ArrayLike<number>, share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN
async function latenessOf(clock: () => number, share: number): Promise<number[]> {
  const all: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const late = await lateness(clock)
    if (turn >= warmups) all.push(percentile(late, share))
  }
  return all.sort((a, b) => a - b)
}

const middle = (sorted: readonly number[]) => percentile(sorted, 0.5)
const own = await latenessOf(ownTime, 0.99)
const wall = await latenessOf(() => performance.now(), 0.99)
rows.push({
  name: `Binance, ${ticksPerMs * 1000} ticks/s on one core`,
  tickToListenerP99Ms: middle(own),
  bestTurnP99Ms: own[0] ?? Number.NaN,
  worstTurnP99Ms: own.at(-1) ?? Number.NaN,
  onTheWallClockP99Ms: middle(wall),
})

report({
  name: 'streams',
  method: `Trade frames made here, four instruments, a subscription and a listener each. JSON.parse of ${tradesPerRound} trades' frames alone against the way from frame to listener: decoding, validation, order and repetition checked, fan-out. Least time of ${rounds} turns.`,
  rows,
  bars: [
    { claim: 'decoding and fanning out takes at most 1.5x the time of JSON.parse', met: worst <= 1.5 },
    {
      claim: `at ${ticksPerMs * 1000} ticks/s on one core, 99 of 100 reach their listener within 1 ms of its time (median of turns)`,
      met: middle(own) < 1,
    },
  ],
})
process.exit()
