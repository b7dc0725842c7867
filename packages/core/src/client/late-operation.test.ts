import { expect, test } from 'vitest'
import { createClient } from '../index.ts'
import type { Profile } from '../market/index.ts'
import { defineProvider, loadOperation, type ProfileQuery, type ReadyOperation } from '../provider/index.ts'
import { loadProvider } from '../testing/index.ts'
import { venueProvider } from './test/venue.ts'

const symbols = venueProvider({ baseUrl: 'http://127.0.0.1' }).symbols

/** A provider of one late operation. */
function company(id: string, load: () => Promise<ReadyOperation<ProfileQuery, Profile>>) {
  return defineProvider({ id, title: id, symbols, getProfile: { assets: ['equity'], load } })
}

const profiles: ReadyOperation<ProfileQuery, Profile> = {
  answer: ({ instrument }, { now }) => ({
    instrument,
    name: 'Apple',
    description: null,
    sector: null,
    industry: null,
    country: null,
    website: null,
    employees: null,
    exchange: null,
    currency: null,
    marketCap: null,
    sharesOutstanding: null,
    identifiers: {},
    source: { provider: 'late', fetchedAt: now, delayedMs: null, attempts: [] },
  }),
}

test('a late operation is loaded by the first call that needs it, not before', async () => {
  let loads = 0
  const provider = company('late', async () => {
    loads += 1
    return profiles
  })
  const client = createClient({ providers: [provider] })
  expect(loads).toBe(0)
  expect(await client.getProfile({ symbol: 'AAPL' })).toMatchObject({ name: 'Apple' })
  expect(loads).toBe(1)
  // @ts-expect-error what it does is not known before it is loaded
  expect(provider.getProfile.answer).toBeUndefined()
  // @ts-expect-error an operation that is not declared is none of the client's methods
  expect(client.getEarnings).toBeUndefined()
})

test('facts stand beside what is loaded', async () => {
  const provider = company('late', async () => profiles)
  expect(await loadOperation(provider.getProfile)).toEqual({ assets: ['equity'], ...profiles })
  expect((await loadProvider(provider)).getProfile).toEqual({ assets: ['equity'], ...profiles })
})

test('an operation that cannot be loaded is a network error, and the next provider is asked', async () => {
  const broken = company('broken', () => Promise.reject(new TypeError('Failed to fetch a module')))
  await expect(createClient({ providers: [broken] }).getProfile({ symbol: 'AAPL' })).rejects.toMatchObject({
    code: 'NETWORK',
    retryable: true,
  })
  const client = createClient({ providers: [broken, company('late', async () => profiles)] })
  const { source } = await client.getProfile({ symbol: 'AAPL' })
  expect(source.attempts).toMatchObject([
    { provider: 'broken', outcome: 'NETWORK' },
    { provider: 'late', outcome: 'OK' },
  ])
})

test('loading is part of the time that the caller allows', async () => {
  const silent = company('silent', () => new Promise(() => {}))
  const client = createClient({ providers: [silent] })
  await expect(client.getProfile({ symbol: 'AAPL', timeoutMs: 30 })).rejects.toMatchObject({
    code: 'TIMEOUT',
  })
})
