import { expect, test } from 'vitest'
import { createClient } from '../client/createClient.ts'
import { HttpResponse, type Provider, type TradesQuery } from '../provider/index.ts'
import { alpaca } from '../providers/alpaca/alpaca.ts'
import { binance } from '../providers/binance/binance.ts'
import { coinbase } from '../providers/coinbase/coinbase.ts'
import { kraken } from '../providers/kraken/kraken.ts'
import { massive } from '../providers/massive/massive.ts'
import { createFakeAlpaca } from '../testing/fake-alpaca.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { createFakeMassive } from '../testing/fake-massive.ts'
import { loadProvider } from '../testing/load-provider.ts'
import { httpOperation, sampleQuery } from '../testing/sample-query.ts'

const venues = [
  {
    name: 'Massive',
    async open() {
      const venue = await createFakeMassive()
      return { venue, provider: massive({ ...venue.options, limits: [] }) }
    },
  },
  {
    name: 'Alpaca',
    async open() {
      const venue = await createFakeAlpaca({ pageSize: 3 })
      return { venue, provider: alpaca({ ...venue.options, limits: [] }) }
    },
  },
]

test.each(venues)(
  'without a start $name is asked for the newest trades, and they come oldest first',
  async ({ open }) => {
    const { venue, provider } = await open()
    await using _closed = venue
    const { market } = venue
    await using client = createClient({ providers: [provider], clock: fakeClock(market.now) })
    const pricesOf = (rows: readonly { close: number }[]) => rows.map(({ close }) => close)
    const told = async (options: { limit: number; start?: number }) =>
      (await client.getTrades({ symbol: 'AAPL', ...options })).map(({ price }) => price)
    const dayBefore = market.now - 86_400_000
    const truth = market.bars('AAPL', '1m', dayBefore, market.now)
    expect(await told({ limit: 8 })).toEqual(pricesOf(truth.slice(-8)))
    expect(await told({ limit: 8, start: dayBefore })).toEqual(pricesOf(truth.slice(0, 8)))
  },
)

const now = Date.UTC(2024, 5, 14, 12)

async function requestOf(declared: Provider, fields: Partial<TradesQuery>): Promise<string> {
  const provider = await loadProvider(declared)
  const asked = sampleQuery(provider, 'getTrades', { now, end: now, symbol: 'S', limit: 5, ...fields })
  return httpOperation(provider, 'getTrades')?.request(asked, {}).url.split('?')[1] ?? ''
}

test.each([
  ['Binance', binance, 'symbol=S&limit=5', `symbol=S&endTime=${now - 60_001}&limit=5`],
  ['Coinbase', coinbase, 'limit=5', `limit=5&end=${(now - 60_000) / 1000}`],
  ['Kraken', kraken, 'pair=S&count=5', `pair=S&since=${now - 60_000 - 3_600_000 - 1}999999&count=1000`],
])('%s answers the newest trades where no range is said', async (_name, create, latest, before) => {
  expect(await requestOf(create(), { fromEnd: true })).toBe(latest)
  expect(await requestOf(create(), { fromEnd: true, end: now - 60_000 })).toBe(before)
})

test('of an hour that Kraken looked through the last trades are taken', async () => {
  const provider = await loadProvider(kraken())
  const rows = Array.from({ length: 9 }, (_, n) => [
    `${n + 1}.0`,
    '1.0',
    now / 1000 - 100 + n + 0.5,
    'b',
    'm',
    '',
    n,
  ])
  const text = JSON.stringify({ error: [], result: { XXBTZUSD: rows, last: '1' } })
  const asked = { ...sampleQuery(provider, 'getTrades', { now, end: now, limit: 2 }), fromEnd: true }
  const trades = provider.getTrades.parse(new HttpResponse({ status: 200, text }), asked)
  expect(trades.map(({ price }) => price)).toEqual([8, 9])
})
