import { createServer, type RequestListener } from 'node:http'
import { BarSeries, type BarsQuery, createClient, defineProvider, equity, sourceOf } from '@starkmatter/core'
import { report } from './lib/report.ts'

const minute = 60_000
const origin = Date.UTC(2024, 0, 2)

async function serve(handler: RequestListener) {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    count: () => requests,
    end() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function venue(baseUrl: string) {
  return defineProvider({
    id: 'venue',
    title: 'Venue',
    symbols: { toProvider: ({ symbol }) => symbol, fromProvider: (symbol) => equity(symbol) },
    getBars: {
      assets: ['equity'],
      intervals: ['1m'],
      adjustments: ['raw'],
      request: ({ symbol, start, end }) => ({
        url: `${baseUrl}/?symbol=${symbol}&start=${start}&end=${end}`,
      }),
      parse: (_response, query) => barsOf(query),
    },
  })
}

function barsOf(query: BarsQuery): BarSeries {
  const length = (query.end - query.start) / minute
  const time = Float64Array.from({ length }, (_, index) => query.start + index * minute)
  const price = new Float64Array(length).fill(1)
  const facts = {
    instrument: query.instrument,
    interval: query.interval,
    timeZone: 'UTC',
    currency: null,
    priceScale: 1,
    adjustment: query.adjustment,
    source: sourceOf('venue', query),
    gaps: [],
    issues: [],
    simulated: false,
    forming: false,
  }
  return new BarSeries(facts, { time, open: price, high: price, low: price, close: price, volume: price })
}

/** How long calls outlive their deadline at a server that does not answer, in ms, sorted. */
async function overshoot(handler: RequestListener): Promise<number[]> {
  const server = await serve(handler)
  const client = createClient({ providers: [venue(server.baseUrl)] })
  const late: number[] = []
  for (let round = 0; round < 20; round++) {
    const timeoutMs = 50 + round * 5
    const begin = performance.now()
    await client
      .getBars({ symbol: `A${'BCDEFGHIJK'[round % 10]}`, interval: '1m', start: origin, timeoutMs })
      .catch(() => {})
    late.push(performance.now() - begin - timeoutMs)
  }
  server.end()
  return late.sort((a, b) => a - b)
}

const silent = await overshoot(() => {})
const halfBody = await overshoot((_request, response) => {
  response.write('{')
})

const server = await serve((_request, response) => response.end('{}'))
const client = createClient({ providers: [venue(server.baseUrl)] })
const ask = (from: number, to: number) =>
  client.getBars({ symbol: 'AAPL', interval: '1m', start: origin + from * minute, end: origin + to * minute })
const begin = performance.now()
await Promise.all(Array.from({ length: 1000 }, () => ask(0, 1000)))
const coalescedMs = performance.now() - begin
const coalesced = server.count()
await ask(500, 1500)
await ask(0, 1500)
const afterRanges = server.count()
server.end()

const at = (late: readonly number[], share: number) => late[Math.ceil(share * late.length) - 1] ?? Number.NaN
const worst = Math.max(at(silent, 1), at(halfBody, 1))
report({
  name: 'http',
  method:
    'The client against servers on 127.0.0.1: calls to one that stays silent and to one that stops inside the body (20 each, deadlines of 50 to 145 ms), 1,000 identical calls at once, then two overlapping ranges.',
  rows: [
    {
      name: 'silent server: ms past the deadline',
      median: at(silent, 0.5),
      p95: at(silent, 0.95),
      worst: at(silent, 1),
    },
    {
      name: 'half a body: ms past the deadline',
      median: at(halfBody, 0.5),
      p95: at(halfBody, 0.95),
      worst: at(halfBody, 1),
    },
    { name: '1,000 identical calls: upstream requests', requests: coalesced, totalMs: coalescedMs },
    { name: 'two overlapping ranges more: upstream requests', requests: afterRanges - coalesced },
  ],
  bars: [
    { claim: 'no call outlives its deadline by more than 50 ms', met: worst <= 50 },
    { claim: '1,000 identical calls cause one request', met: coalesced === 1 },
    { claim: 'overlapping ranges fetch only what is missing', met: afterRanges - coalesced === 1 },
  ],
})
client.close()
