import { createClient, type Subscription } from '../../index.ts'
import { BarSeries, equity } from '../../market/index.ts'
import { defineProvider, isJsonObject, type StreamCodec, sourceOf, Wire } from '../../provider/index.ts'
import { playRecording } from '../index.ts'

const minute = 60_000
const start = Date.UTC(2024, 0, 2, 15)
const socket = 'wss://tiny.test/stream'
const row = (time: number, close: number) => [time, close, close + 1, close - 1, close, 100]
const bars = (from: number) => `https://tiny.test/bars?start=${from}&end=${from + 3 * minute}`

/** A session: a bar, a break, two bars over REST that were missed, and the next one. */
const recording = [
  { t: start, recording: 1, seed: 7 },
  { t: start, connect: 0, url: socket },
  { t: start + 20, open: 0 },
  { t: start + 30, frame: 0, text: JSON.stringify(row(start, 10)) },
  { t: start + minute + 5, frame: 0, text: JSON.stringify(row(start + minute, 11)) },
  { t: start + minute + 7, end: 0, error: true },
  { t: start + 2 * minute + 1_000, connect: 1, url: socket },
  { t: start + 2 * minute + 1_020, open: 1 },
  { t: start + 2 * minute + 1_020, request: 2, method: 'GET', url: bars(start + minute) },
  {
    t: start + 2 * minute + 1_060,
    response: 2,
    status: 200,
    headers: { 'content-type': 'application/json' },
    text: JSON.stringify([row(start + minute, 12), row(start + 2 * minute, 13)]),
  },
  // As bytes: they come back as bytes.
  { t: start + 3 * minute + 5, frame: 1, base64: btoa(JSON.stringify(row(start + 3 * minute, 14))) },
]
  .map((line) => JSON.stringify(line))
  .join('\n')

const provider = defineProvider({
  id: 'tiny',
  title: 'Tiny venue',
  delayedMs: 0,
  symbols: { toProvider: ({ symbol }) => symbol, fromProvider: (symbol) => equity(symbol) },
  getBars: {
    assets: ['equity'],
    intervals: ['1m'],
    adjustments: ['raw'],
    request: ({ start, end }) => ({ url: `https://tiny.test/bars?start=${start}&end=${end}` }),
    parse(response, query) {
      const rows = new Wire('tiny', response.json('tiny')).items()
      const column = (index: number) => Float64Array.from(rows, (row) => row.at(index).number())
      const { instrument, interval, adjustment } = query
      const facts = { instrument, interval, adjustment, timeZone: 'UTC', currency: 'USD', priceScale: 1 }
      const rest = { source: sourceOf('tiny', query), gaps: [], issues: [], simulated: false, forming: false }
      const [time, open, high, low, close, volume] = [0, 1, 2, 3, 4, 5].map(column)
      if (!time || !open || !high || !low || !close || !volume) throw new Error('six columns')
      return new BarSeries({ ...facts, ...rest }, { time, open, high, low, close, volume })
    },
  },
  watchBars: { assets: ['equity'], via: 'stream', intervals: ['1m'] },
  stream: { kind: 'socket', url: socket, silenceMs: 600_000, codec },
})

function codec(): StreamCodec {
  let topic = ''
  return {
    open: () => ({ ready: true }),
    subscribe(topics) {
      topic = topics[0]?.key ?? ''
      return { send: [topic] }
    },
    unsubscribe: () => ({}),
    receive(frame) {
      const text = typeof frame === 'string' ? frame : new TextDecoder().decode(frame)
      const [time, open, high, low, close, volume] = new Wire('tiny', JSON.parse(text))
        .items()
        .map((item) => item.number())
      if (!time || !open || !high || !low || !close || !volume) throw new Error('six numbers')
      return {
        events: [{ type: 'bar', topic, bar: { time, open, high, low, close, volume, closed: false } }],
      }
    },
  }
}

/** Plays it, and answers all that a listener hears. */
export async function playSession(speed: number): Promise<string[]> {
  const { transport, play } = playRecording({ recording, speed })
  const client = createClient({ providers: [provider], ...transport })
  const told: string[] = []
  const subscription: Subscription<unknown> = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  for (const name of ['data', 'status', 'gap', 'error'] as const) {
    subscription.on(name, (value: unknown) => told.push(`${name} ${brief(value)}`))
  }
  await play()
  client.close()
  return told
}

/** Data in full, the instrument by its id; of a status its state. */
function brief(value: unknown): string {
  if (isJsonObject(value) && typeof value.state === 'string') return value.state
  return JSON.stringify(value, (key, part: unknown) =>
    key === 'instrument' && isJsonObject(part) ? part.id : part,
  )
}
