import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import * as core from '../index.ts'
import { kraken } from '../providers/kraken/index.ts'
import { massive } from '../providers/massive/index.ts'
import { LiveSubscription } from '../stream/live-subscription.ts'

const wrong: Readonly<Record<string, unknown>> = {
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-1': -1,
  'an empty text': '',
  'an empty list': [],
  'a list of nothing': [undefined],
  'an object': {},
  'a symbol of JavaScript': Symbol('wrong'),
  'a big number': 1n,
  'an object without a prototype': Object.create(null),
  'a function': () => {},
}

const call = { signal: new AbortController().signal, timeoutMs: 1_000, providers: ['massive'] }
const ofInstrument = { ...call, symbol: 'AAPL' }
const range = { start: '2024-01-02', end: '2024-01-05' }
const ofBook = { symbol: 'BTC-USD', depth: 10 }
const watch = { signal: call.signal, providers: ['massive'], bufferSize: 10 }

/** Every option of every call and feed, with a value that it takes. */
const options: Readonly<Record<string, object>> = {
  getBars: {
    ...ofInstrument,
    ...range,
    interval: '1d',
    limit: 5,
    adjustment: 'raw',
    extendedHours: false,
    numeric: 'number',
  },
  getQuote: { ...ofInstrument, numeric: 'number' },
  getQuotes: { ...call, symbols: ['AAPL'], numeric: 'string' },
  getTrades: { ...ofInstrument, ...range, limit: 5, numeric: 'number' },
  getOrderBook: { ...call, ...ofBook, providers: ['kraken'], numeric: 'number' },
  searchSymbols: { ...call, text: 'apple', limit: 5 },
  getProfile: ofInstrument,
  getFinancials: { ...ofInstrument, period: 'annual' },
  getEarnings: ofInstrument,
  getCorporateActions: { ...ofInstrument, ...range },
  getOptionChain: { ...ofInstrument, expiry: '2026-12-18' },
  getMarketStatus: { ...call, market: 'XNYS' },
  getCalendar: { ...call, ...range, market: 'XNYS' },
  getNews: { ...call, ...range, text: 'rates', symbols: ['AAPL'], limit: 5 },
  watchBars: { ...watch, symbol: 'AAPL', interval: '1m' },
  watchQuotes: { ...watch, symbols: ['AAPL'] },
  watchTrades: { ...watch, symbols: ['AAPL'] },
  watchOrderBook: { ...watch, ...ofBook },
}

/** What is accepted, and what it means. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  // As long as timers go, 24 days.
  timeoutMs: ['Infinity'],
  // An instant before 1970.
  start: ['-1'],
  end: ['-1'],
  // News of no instrument in particular.
  'getNews symbols': ['an empty list'],
}

const made = { providers: [kraken()] }
const functions = ['fetch', 'WebSocket', 'random']

let sent = 0
const open = () =>
  core.createClient({
    providers: [massive({ apiKey: 'key' }), kraken()],
    fetch: async () => {
      sent++
      throw new TypeError('fetch failed')
    },
  })

/** What an action fails with: a call rejects, a feed says it. */
async function failureOf(
  client: ReturnType<typeof open>,
  name: string,
  given: unknown,
  isTwin = false,
): Promise<unknown> {
  const action: unknown = Reflect.get(isTwin ? core : client, name)
  if (typeof action !== 'function') throw new Error(`no ${name}`)
  const answer: unknown = Reflect.apply(action, undefined, isTwin ? [client, given] : [given])
  const ended =
    answer instanceof LiveSubscription ? new Promise((_, reject) => answer.on('error', reject)) : answer
  try {
    await ended
    return undefined
  } catch (error) {
    return error
  } finally {
    client.close()
  }
}

const cases = Object.entries(options).flatMap(([name, good]) =>
  Object.keys(good).map((parameter) => ({ name, parameter, good })),
)

describe.each([true, false])(
  'options of a wrong kind are BAD_REQUEST, and nothing is sent (twins: %s)',
  (isTwin) => {
    test.each(cases)('$name: $parameter', async ({ name, parameter, good }) => {
      const fine = [...(accepted[parameter] ?? []), ...(accepted[`${name} ${parameter}`] ?? [])]
      const before = sent
      for (const [kind, value] of Object.entries(wrong)) {
        if (fine.includes(kind)) continue
        const error = await failureOf(open(), name, { ...good, [parameter]: value }, isTwin)
        expect(error, kind).toMatchObject({ code: 'BAD_REQUEST', parameter })
        expect(StarkMatterError.is(error), kind).toBe(true)
      }
      expect(sent).toBe(before)
    })

    test.each(Object.keys(options))('%s: no options at all', async (name) => {
      for (const [kind, value] of Object.entries(wrong)) {
        if (typeof value === 'object' && value !== null) continue
        expect(await failureOf(open(), name, value, isTwin), kind).toMatchObject({
          code: 'BAD_REQUEST',
          parameter: 'options',
        })
      }
    })
  },
)

test.each(Object.entries(options))('%s takes its options', async (name, good) => {
  const given = { ...good, signal: AbortSignal.abort() }
  expect(await failureOf(open(), name, given)).toMatchObject({ code: 'ABORTED' })
})

test.each(['providers', 'clock'])('a client is not made with any %s', (parameter) => {
  for (const [kind, value] of Object.entries(wrong)) {
    const make = () => Reflect.apply(core.createClient, undefined, [{ ...made, [parameter]: value }])
    expect(make, kind).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', parameter }))
  }
})

test.each(['fetch', 'WebSocket', 'random', 'files', 'limiter', 'logger', 'cache'])(
  'a client with a wrong %s says so at its first call',
  async (parameter) => {
    for (const [kind, value] of Object.entries(wrong)) {
      if (typeof value === 'function' && functions.includes(parameter)) continue
      // Then it has the usual one.
      if (value === null && ['fetch', 'random'].includes(parameter)) continue
      const client: unknown = Reflect.apply(core.createClient, undefined, [{ ...made, [parameter]: value }])
      const call: unknown = Reflect.get(Object(client), 'getOrderBook')
      if (typeof call !== 'function') throw new Error('no client')
      await expect(Reflect.apply(call, undefined, [options.getOrderBook]), kind).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        parameter,
      })
    }
  },
)

test('what is no instrument is refused as one', () => {
  for (const [kind, value] of Object.entries(wrong)) {
    const read = () => Reflect.apply(core.parseInstrument, undefined, [value])
    expect(read, kind).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'symbol' }))
  }
})

test('of a long wrong value an error repeats the beginning', async () => {
  const long = 'x'.repeat(100_000)
  for (const wrongOptions of [
    { symbol: long, interval: '1d' },
    { symbol: 'AAPL', interval: '1d', adjustment: long },
    { symbol: Array(10_000).fill(long), interval: '1d' },
  ]) {
    const call: unknown = Reflect.apply(core.createClient(made).getBars, undefined, [wrongOptions])
    const error: unknown = await Promise.resolve(call).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(String(error).length).toBeLessThan(600)
  }
})
