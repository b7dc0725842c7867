import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { createClient } from '../index.ts'
import { rowAt, sendJson, serveBars, startVenue, venueProvider } from './test/venue.ts'

const minute = 60_000
const start = Date.UTC(2024, 0, 2, 15)
const ask = { symbol: 'AAPL', interval: '1m', start, end: start + 10 * minute } as const

async function failureOf(call: Promise<unknown>): Promise<StarkMatterError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason) => reason,
  )
  if (!StarkMatterError.is(error)) throw new Error(`expected a typed error, got ${String(error)}`)
  return error
}

test('1,000 identical calls at once cause one request', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const answers = await Promise.all(Array.from({ length: 1000 }, () => client.getBars(ask)))
  expect(venue.requests).toHaveLength(1)
  expect(new Set(answers.map((bars) => bars.length))).toEqual(new Set([10]))
})

test('a caller who leaves does not cancel the request for the others', async () => {
  await using venue = await startVenue((url, response) => {
    setTimeout(() => serveBars(url, response), 100)
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  const leaving = new AbortController()
  const left = failureOf(client.getBars({ ...ask, signal: leaving.signal }))
  const stayed = client.getBars(ask)
  await delay(20)
  leaving.abort()
  expect(await left).toMatchObject({ code: 'ABORTED' })
  expect(await stayed).toHaveLength(10)
  expect(venue.requests).toHaveLength(1)
})

test('a call that its own signal ends says so, and whose signal it was', async () => {
  await using venue = await startVenue(() => {})
  const client = createClient({ providers: [venueProvider(venue)] })
  const error = await failureOf(client.getBars({ ...ask, signal: AbortSignal.timeout(50) }))
  expect(error).toMatchObject({ code: 'ABORTED', cause: { name: 'TimeoutError' } })
  expect(error.message).toContain('own "signal"')
})

test('the request is cancelled when its last caller has left', async () => {
  await using venue = await startVenue(() => {})
  const closed = new Promise((resolve) => {
    venue.answerWith((_url, _response, request) => request.on('close', resolve))
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  expect(await failureOf(client.getBars({ ...ask, timeoutMs: 50 }))).toMatchObject({ code: 'TIMEOUT' })
  await closed
})

test.each([
  ['that accepts and stays silent', () => {}],
  [
    'that sends headers and half a body',
    (_url: URL, response: import('node:http').ServerResponse) => {
      response.write('{"rows": [')
    },
  ],
] as const)('a call to a server %s ends at its deadline', async (_name, handler) => {
  await using venue = await startVenue(handler)
  const client = createClient({ providers: [venueProvider(venue)] })
  const begin = performance.now()
  const error = await failureOf(client.getBars({ ...ask, timeoutMs: 200 }))
  // Generous: the machine that runs the tests is busy.
  expect(performance.now() - begin).toBeLessThan(600)
  expect(error).toMatchObject({ code: 'TIMEOUT', attempts: [{ provider: 'venue', outcome: 'TIMEOUT' }] })
})

test('a silent first provider leaves time for the second', async () => {
  await using silent = await startVenue(() => {})
  await using good = await startVenue()
  const providers = [venueProvider({ ...silent, id: 'silent' }), venueProvider({ ...good, id: 'good' })]
  const client = createClient({ providers })
  const bars = await client.getBars({ ...ask, timeoutMs: 600 })
  expect(bars.source).toMatchObject({
    provider: 'good',
    attempts: [
      { provider: 'silent', outcome: 'TIMEOUT' },
      { provider: 'good', outcome: 'OK' },
    ],
  })
})

test('a server error is retried, a refusal is not', async () => {
  let failures = 2
  await using venue = await startVenue((url, response) => {
    if (failures-- > 0) sendJson(response, {}, 503)
    else serveBars(url, response)
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  expect(await client.getBars(ask)).toHaveLength(10)
  expect(venue.requests).toHaveLength(3)
  venue.answerWith((_url, response) => sendJson(response, {}, 401))
  const error = await failureOf(client.getBars({ ...ask, symbol: 'IBM' }))
  expect(error).toMatchObject({ code: 'INVALID_KEY' })
  expect(venue.requests).toHaveLength(4)
})

test('Retry-After is waited for when the deadline allows, and not begun when it does not', async () => {
  let refusals = 1
  await using venue = await startVenue((url, response) => {
    if (refusals-- > 0) response.writeHead(429, { 'retry-after': '1' }).end()
    else serveBars(url, response)
  })
  const client = createClient({ providers: [venueProvider(venue)] })
  const begin = Date.now()
  expect(await client.getBars(ask)).toHaveLength(10)
  expect(Date.now() - begin).toBeGreaterThanOrEqual(990)

  refusals = 1
  const impatient = await failureOf(client.getBars({ ...ask, symbol: 'IBM', timeoutMs: 500 }))
  expect(impatient).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 1000 })
})

test('a rate limit fails over at once while another provider can answer', async () => {
  await using busy = await startVenue((_url, response) => {
    response.writeHead(429, { 'retry-after': '2' }).end()
  })
  await using good = await startVenue()
  const providers = [venueProvider({ ...busy, id: 'busy' }), venueProvider({ ...good, id: 'good' })]
  const bars = await createClient({ providers }).getBars(ask)
  expect(bars.source.attempts.map(({ outcome }) => outcome)).toEqual(['RATE_LIMITED', 'OK'])
  expect(busy.requests).toHaveLength(1)
})

test('a budget of a day that is used up says until when', async () => {
  await using venue = await startVenue()
  const limits = [{ tokens: 1, every: '1d' }] as const
  const client = createClient({ providers: [venueProvider({ ...venue, limits })] })
  await client.getBars(ask)
  const error = await failureOf(client.getBars({ ...ask, symbol: 'IBM' }))
  expect(error).toMatchObject({ code: 'QUOTA_EXHAUSTED', resetsAt: expect.any(Number) })
  expect(venue.requests).toHaveLength(1)
})

test('a provider that keeps failing is not asked for a while', async () => {
  await using venue = await startVenue((_url, response) => sendJson(response, {}, 404 + 96))
  await using good = await startVenue()
  const providers = [venueProvider({ ...venue, id: 'bad' }), venueProvider({ ...good, id: 'good' })]
  const client = createClient({ providers })
  for (let i = 0; i < 5; i++) await client.getBars({ ...ask, symbol: `A${'BCDEF'[i]}` })
  const asked = venue.requests.length
  const bars = await client.getBars({ ...ask, symbol: 'IBM' })
  expect(venue.requests).toHaveLength(asked)
  expect(bars.source.attempts[0]).toMatchObject({
    provider: 'bad',
    outcome: 'UPSTREAM',
    elapsedMs: expect.any(Number),
  })
})

const time = start
test.each([
  ['a page of markup', '<html>Please log in</html>', { path: '' }],
  ['JSON that breaks off', '{"rows":[[1,2', { path: '' }],
  ['a price that is null', `{"rows":[[${time},1,null,1,1,1]]}`, { path: 'rows[0][2]' }],
  ['two bars of one time', JSON.stringify({ rows: [rowAt(time), rowAt(time)] }), { path: 'time[1]' }],
  ['bars out of order', JSON.stringify({ rows: [rowAt(time + minute), rowAt(time)] }), { path: 'time[1]' }],
])('%s is a validation error that names the place', async (_name, body, fields) => {
  await using venue = await startVenue((_url, response) => {
    response.end(body)
  })
  const error = await failureOf(createClient({ providers: [venueProvider(venue)] }).getBars(ask))
  expect(error).toMatchObject({ code: 'VALIDATION', provider: 'venue', ...fields })
})

test('a bar whose high is below its close is flagged and left as it came', async () => {
  await using venue = await startVenue((_url, response) =>
    sendJson(response, { rows: [[start, 10, 11, 9, 12, 1]] }),
  )
  const bars = await createClient({ providers: [venueProvider(venue)] }).getBars(ask)
  expect(bars.at(0)).toMatchObject({ high: 11, close: 12 })
  expect(bars.issues).toMatchObject([{ kind: 'ohlc-violation', time: start }])
})

test.each([
  ['reversed dates', { start: '2024-02-01', end: '2024-01-01' }, 'start'],
  ['a reversed range of instants', { start: 2_000, end: 1_000 }, 'start'],
  ['a date that does not exist', { start: '2024-02-30' }, 'start'],
  ['an interval that is none', { interval: '1x' }, 'interval'],
  ['an empty symbol', { symbol: ' ' }, 'symbol'],
  ['no symbol', { symbol: undefined }, 'symbol'],
  ['nothing in place of a symbol', { symbol: null }, 'symbol'],
  ['a number in place of a symbol', { symbol: 5 }, 'symbol'],
  ['an object in place of a symbol', { symbol: {} }, 'symbol'],
  ['a symbol that is none', { symbol: 'what is this' }, 'symbol'],
  ['a limit of zero', { limit: 0 }, 'limit'],
  ['no time at all', { timeoutMs: 0 }, 'timeoutMs'],
  ['a provider that is not there', { providers: ['nobody'] }, 'providers'],
])('%s is refused before anything is sent', async (_name, changes, parameter) => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  // A caller without types.
  const error = await failureOf(client.getBars(Object.assign({ ...ask }, changes)))
  expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter })
  expect(venue.requests).toHaveLength(0)
})

test('what no provider serves is refused with every reason', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  const other = await failureOf(client.getBars({ ...ask, symbol: 'BTC-USD' }))
  expect(other).toMatchObject({
    code: 'UNSUPPORTED',
    message: expect.stringContaining('does not serve crypto'),
  })
  const interval = await failureOf(client.getBars({ ...ask, interval: '3m' }))
  expect(interval.message).toContain('has no 3m bars')
  const adjustment = await failureOf(client.getBars({ ...ask, adjustment: 'splits+dividends' }))
  expect(adjustment.message).toContain('adjusted by splits+dividends')
  expect(venue.requests).toHaveLength(0)
})

test('an unknown symbol is tried at the next provider, and final when all agree', async () => {
  await using a = await startVenue()
  await using b = await startVenue()
  const client = createClient({
    providers: [venueProvider({ ...a, id: 'a' }), venueProvider({ ...b, id: 'b' })],
  })
  const error = await failureOf(client.getBars({ ...ask, symbol: 'NOPE' }))
  expect(error).toMatchObject({ code: 'UNKNOWN_SYMBOL', attempts: [{ provider: 'a' }, { provider: 'b' }] })
  b.answerWith((_url, response) => sendJson(response, {}, 401))
  expect(await failureOf(client.getBars({ ...ask, symbol: 'NOPE' }))).toMatchObject({ code: 'INVALID_KEY' })
})

test('time without an end is accepted', async () => {
  await using venue = await startVenue()
  const client = createClient({ providers: [venueProvider(venue)] })
  expect(await client.getBars({ ...ask, timeoutMs: Number.POSITIVE_INFINITY })).toHaveLength(10)
})

test('a closed client ends its calls', async () => {
  await using venue = await startVenue(() => {})
  const client = createClient({ providers: [venueProvider(venue)] })
  const call = failureOf(client.getBars(ask))
  client.close()
  expect(await call).toMatchObject({ code: 'ABORTED' })
})

test('keys appear in no log and no error', async () => {
  const lines: unknown[] = []
  const log = (...line: unknown[]) => lines.push(line)
  await using venue = await startVenue((_url, response) => sendJson(response, {}, 401))
  const provider = venueProvider(venue)
  const client = createClient({ providers: [provider], logger: { debug: log, warn: log } })
  const error = await failureOf(client.getBars(ask))
  const gone = createClient({ providers: [venueProvider({ baseUrl: 'http://127.0.0.1:9' })] })
  const network = await failureOf(gone.getBars({ ...ask, timeoutMs: 300 }))
  const told = JSON.stringify([lines, error, network, String(error.stack), String(network.stack)])
  expect(lines.length).toBeGreaterThan(0)
  expect(told).not.toContain('very-secret-key')
})
