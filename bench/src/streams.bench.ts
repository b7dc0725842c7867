import { crypto, equity, HttpResponse, loadOperation } from '@starkmatter/core'
import { binance } from '@starkmatter/core/providers/binance'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import { chartStart, chartText } from './lib/chart-text.ts'
import { measure } from './lib/measure.ts'
import { importFromPeers } from './lib/peers.ts'
import { type BenchRow, report } from './lib/report.ts'
import { binanceVenue, massiveVenue, pairs, shares } from './lib/stream-venues.ts'
import { binanceFrames, massiveFrames } from './lib/trade-frames.ts'

const rounds = 200
const tradesPerRound = 2_000
const once = { runs: 1, warmup: 0 }

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
  yahooFinanceBars(fetch: typeof globalThis.fetch): Promise<number>
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

// A chart of Yahoo's: yahoo-finance2 as it is used, with a `fetch` that has the answer at hand, and that answer's way to JSON.
const chart = chartText(252)
const answer = async () => new Response(chart, { headers: { 'content-type': 'application/json' } })
const { parse: parseChart } = await loadOperation(yahoo().getBars)
const chartQuery = {
  ...barsQuery,
  instrument: equity('TEST'),
  symbol: 'TEST',
  interval: '1d' as const,
  start: chartStart,
  end: chartStart + 366 * 86_400_000,
  now: chartStart + 366 * 86_400_000,
  adjustment: 'splits' as const,
}
const chartOf = {
  'Yahoo, 252 bars of an answer': async () => {
    const response = await answer()
    const text = await response.text()
    return parseChart(new HttpResponse({ status: 200, text }), chartQuery).length
  },
  'yahoo-finance2 chart, 252 bars of an answer': () => peers.yahooFinanceBars(answer),
}
for (const [name, decode] of Object.entries(chartOf)) {
  if ((await decode()) !== 252) throw new Error(`${name}: not 252 bars`)
  const { minMs: parseMs } = await measure(async () => (await answer()).json(), { runs: rounds })
  const { minMs: decodeMs } = await measure(decode, { runs: rounds })
  rows.push({ name, jsonParseMs: parseMs, decodeMs, ratio: decodeMs / parseMs })
}

report({
  name: 'streams',
  method: `Trade frames made here, four instruments, a subscription and a listener each. JSON.parse of ${tradesPerRound} trades' frames alone against the way from frame to listener: decoding, validation, order and repetition checked, fan-out. Least time of ${rounds} turns.`,
  rows,
  bars: [{ claim: 'decoding and fanning out takes at most 1.5x the time of JSON.parse', met: worst <= 1.5 }],
})
process.exit()
