import { expect, test } from 'vitest'
import { createClient } from '../index.ts'
import { defineProvider } from '../provider/index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { sendJson, serveBars, startVenue, venueProvider } from './test/venue.ts'

const start = Date.UTC(2024, 0, 2, 15)
const ask = (symbol: string) => ({ symbol, interval: '1m', start, end: start + 60_000 }) as const

/** A venue that wants a crumb, obtained in two steps; `revoke` makes the one in use worthless. */
async function startGuardedVenue() {
  let issued = 0
  let valid = 0
  const venue = await startVenue((url, response) => {
    if (url.pathname === '/cookie') response.end('c')
    else if (url.pathname === '/crumb') {
      valid = ++issued
      response.end(`crumb-${issued}`)
    } else if (url.searchParams.get('crumb') !== `crumb-${valid}`) sendJson(response, {}, 401)
    else serveBars(url, response)
  })
  const plain = venueProvider(venue)
  const provider = defineProvider({
    ...plain,
    credential: {
      *steps() {
        yield { url: `${venue.baseUrl}/cookie` }
        const { text } = yield { url: `${venue.baseUrl}/crumb` }
        return { crumb: text }
      },
      isRejected: ({ status }) => status === 401,
      maxAgeMs: 60_000,
    },
    getBars: {
      ...plain.getBars,
      needsCredential: true,
      request: (query, { crumb }) => ({ url: `${plain.getBars.request(query).url}&crumb=${crumb}` }),
    },
  })
  return {
    provider,
    asked: (path: string) => venue.requests.filter(({ pathname }) => pathname === path).length,
    revoke() {
      valid = -1
    },
    [Symbol.asyncDispose]: () => venue[Symbol.asyncDispose](),
  }
}

test('calls that need the same credential obtain it once', async () => {
  await using venue = await startGuardedVenue()
  const client = createClient({ providers: [venue.provider] })
  const answers = await Promise.all(['A', 'B', 'C', 'D'].map((symbol) => client.getBars(ask(symbol))))
  expect(answers.map((bars) => bars.length)).toEqual([1, 1, 1, 1])
  expect([venue.asked('/cookie'), venue.asked('/crumb'), venue.asked('/bars')]).toEqual([1, 1, 4])
})

test('a credential that is refused is obtained once more, and only once', async () => {
  await using venue = await startGuardedVenue()
  const client = createClient({ providers: [venue.provider] })
  await client.getBars(ask('A'))
  venue.revoke()
  expect(await client.getBars(ask('B'))).toHaveLength(1)
  expect(venue.asked('/crumb')).toBe(2)

  const stubborn = defineProvider({
    ...venue.provider,
    getBars: {
      ...venue.provider.getBars,
      request: () => venue.provider.getBars.request(query('C'), { crumb: 'bad' }),
    },
  })
  const refused = createClient({ providers: [stubborn] })
  await expect(refused.getBars(ask('C'))).rejects.toMatchObject({ code: 'INVALID_KEY' })
  expect(venue.asked('/crumb')).toBe(4)
})

test('a credential is obtained anew when it is older than its venue trusts it', async () => {
  await using venue = await startGuardedVenue()
  const clock = fakeClock(start + 86_400_000)
  const client = createClient({ providers: [venue.provider], clock })
  await client.getBars(ask('A'))
  await clock.advance(59_000)
  await client.getBars(ask('B'))
  expect(venue.asked('/crumb')).toBe(1)
  await clock.advance(2_000)
  await client.getBars(ask('C'))
  expect(venue.asked('/crumb')).toBe(2)
})

function query(symbol: string) {
  const { interval, end } = ask(symbol)
  return {
    instrument: { id: `equity:${symbol}`, assetClass: 'equity' as const, symbol },
    symbol,
    interval,
    start,
    end,
    now: start,
    adjustment: 'splits' as const,
    extendedHours: false,
    numeric: 'number' as const,
  }
}
