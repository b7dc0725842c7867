import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { createFakeSecEdgar } from '../../testing/fake-sec-edgar.ts'
import { describeProvider, recordAnswers } from '../../testing/index.ts'
import { acceptedAt } from './acceptance.ts'
import { secEdgar } from './sec-edgar.ts'

const venue = await createFakeSecEdgar()
const query = { now: Date.UTC(2024, 5, 14), text: undefined }
const answers = await recordAnswers(secEdgar(venue.options), { ...query, text: 'apple' })
await venue.close()

describeProvider('sec-edgar', {
  create: () => secEdgar({ userAgent: 'Tests test@example.com' }),
  query: { ...query, text: '' },
  credential: { AAPL: '0000320193' },
  answers,
  instruments: ['equity:AAPL', 'equity:BRK.B', 'equity:BAC.PRL'],
})

function open(live: { options: Parameters<typeof secEdgar>[0] }) {
  return createClient({ providers: [secEdgar(live.options)] })
}

test('filings are news about their company: form, period, events and the document', async () => {
  await using live = await createFakeSecEdgar()
  const filings = await open(live).getNews({ symbols: ['AAPL'] })
  expect(filings).toMatchObject([
    {
      title: 'Apple Inc.: 10-Q, Quarterly report',
      summary: 'Filed 2024-05-03; period 2024-03-30.',
      url: 'https://www.sec.gov/Archives/edgar/data/320193/000000000124000002/report.htm',
      instruments: [{ id: 'equity:AAPL' }],
    },
    { title: 'Apple Inc.: 8-K, Current report', summary: 'Filed 2024-05-02; items 2.02, 9.01.' },
    { title: 'Apple Inc.: 4, Trade of an insider' },
  ])
  const [only] = await open(live).getNews({ symbols: ['AAPL'], text: '8-K' })
  expect(only?.summary).toMatch(/2\.02/)
})

test('the list of tickers is fetched once for all questions, and each one names a contact', async () => {
  await using live = await createFakeSecEdgar()
  const client = open(live)
  await Promise.all([client.getProfile({ symbol: 'AAPL' }), client.getProfile({ symbol: 'BRK.B' })])
  await client.getFinancials({ symbol: 'MSFT', period: 'annual' })
  const paths = live.requests.map(({ url }) => url.pathname)
  expect(paths.filter((path) => path.includes('tickers'))).toHaveLength(1)
  for (const { headers } of live.requests) expect(headers['user-agent']).toBe('Tests test@example.com')
  await expect(client.getProfile({ symbol: 'NONE' })).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
})

test('news about nobody in particular are left to another provider', async () => {
  await using live = await createFakeSecEdgar()
  await expect(open(live).getNews({ text: 'oil' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test('without an address to write to there is no provider', () => {
  expect(() => secEdgar({ userAgent: 'Example Ltd' })).toThrow(/e-mail address/)
})

test('a year has the numbers of the report that told it first, and its date', async () => {
  await using live = await createFakeSecEdgar()
  const { statements } = await open(live).getFinancials({ symbol: 'AAPL', period: 'annual' })
  expect(statements).toHaveLength(3)
  expect(statements.find(({ statement }) => statement === 'income')).toMatchObject({
    endDate: '2023-09-30',
    filedDate: '2023-11-03',
    currency: 'USD',
    values: { revenue: 383e9, netIncome: 97e9, epsDiluted: 6.13 },
  })
})

test('a quarter is told by its own report, and ends with the balance sheet of any', async () => {
  await using live = await createFakeSecEdgar()
  const { statements } = await open(live).getFinancials({ symbol: 'AAPL', period: 'quarterly' })
  expect(statements.map(({ statement, endDate, values }) => [statement, endDate, values])).toEqual([
    ['balance', '2023-09-30', { totalAssets: 352e9, equity: 62e9 }],
    ['income', '2023-12-30', { revenue: 119e9, netIncome: 34e9 }],
    ['balance', '2023-12-30', { totalAssets: 353e9 }],
  ])
})

test('twelve months are in no filing', async () => {
  await using live = await createFakeSecEdgar()
  const ask = open(live).getFinancials({ symbol: 'AAPL', period: 'trailing' })
  await expect(ask).rejects.toMatchObject({ code: 'UNSUPPORTED' })
})

test('a search finds a ticker before names', async () => {
  await using live = await createFakeSecEdgar()
  const hits = await open(live).searchSymbols({ text: 'ms' })
  expect(hits.map(({ instrument }) => instrument.id)).toEqual(['equity:MSFT'])
  const [class_] = await open(live).searchSymbols({ text: 'BRK.B' })
  expect(class_?.instrument.id).toBe('equity:BRK.B')
})

test('stamps at hours when EDGAR is closed tell whether they are in UTC or by the clock of New York', () => {
  const at = (text: string) => Date.parse(text)
  // Half past midnight in New York is no hour of EDGAR's, so these are in UTC.
  const utc = [at('2024-04-03T00:30:08Z'), at('2024-05-02T20:30:27Z')]
  expect(acceptedAt(utc)).toEqual(utc)
  // Seven in the morning in UTC is the middle of the night in New York, so these are not.
  expect(acceptedAt([at('2025-04-30T07:30:32Z'), at('2025-05-01T16:21:59Z')])).toEqual([
    at('2025-04-30T11:30:32Z'),
    at('2025-05-01T20:21:59Z'),
  ])
  // Either is possible: the later one lets nobody look ahead.
  expect(acceptedAt([at('2025-05-01T16:21:59Z')])).toEqual([at('2025-05-01T20:21:59Z')])
})
