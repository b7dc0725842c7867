import { createFakeVenue, type FakeAnswer, type FakeVenue } from './fake-venue.ts'

export type FakeSecEdgar = FakeVenue & {
  /** For `secEdgar(venue.options)`. */
  options: { userAgent: string; baseUrl: string; filesUrl: string }
}

const companies = [
  { cik: 320_193, ticker: 'AAPL', title: 'Apple Inc.' },
  { cik: 1_067_983, ticker: 'BRK-B', title: 'BERKSHIRE HATHAWAY INC' },
  { cik: 789_019, ticker: 'MSFT', title: 'MICROSOFT CORP' },
] as const

/** Speaks the wire format of the SEC's interfaces, of filings that nobody made. Asks for a contact as the SEC does. */
export async function createFakeSecEdgar(): Promise<FakeSecEdgar> {
  const venue = await createFakeVenue([
    ({ headers }) =>
      headers['user-agent']?.includes('@')
        ? undefined
        : {
            status: 403,
            text: '<html><title>Your Request Originates from an Undeclared Automated Tool</title>',
          },
    ({ url }) => (url.pathname === '/files/company_tickers.json' ? { json: tickers() } : undefined),
    ({ url }) => about(url.pathname, /^\/submissions\/CIK(\d{10})\.json$/, submissions),
    ({ url }) => about(url.pathname, /^\/api\/xbrl\/companyfacts\/CIK(\d{10})\.json$/, facts),
  ])
  const options = { userAgent: 'Tests test@example.com', baseUrl: venue.url, filesUrl: venue.url }
  return { ...venue, options }
}

type Company = (typeof companies)[number]

function about(path: string, pattern: RegExp, read: (company: Company) => object): FakeAnswer | undefined {
  const cik = pattern.exec(path)?.[1]
  const company = companies.find((one) => one.cik === Number(cik))
  return company && { json: read(company) }
}

function tickers() {
  return Object.fromEntries(
    companies.map(({ cik, ticker, title }, index) => [String(index), { cik_str: cik, ticker, title }]),
  )
}

function submissions({ cik, ticker, title }: Company) {
  const rows = [
    ['2024-05-02', '', '2024-05-02T20:30:27.000Z', '8-K', '2.02,9.01', 'results.htm', '8-K'],
    ['2024-05-03', '2024-03-30', '2024-05-02T22:04:25.000Z', '10-Q', '', 'report.htm', '10-Q'],
    ['2024-04-03', '2024-04-01', '2024-04-03T00:30:08.000Z', '4', '', 'xslF345X05/form4.xml', 'FORM 4'],
  ] as const
  const column = (place: number) => rows.map((row) => row[place])
  return {
    cik: String(cik).padStart(10, '0'),
    entityType: 'operating',
    sic: '3571',
    sicDescription: 'Electronic Computers',
    name: title,
    tickers: [ticker],
    exchanges: ['Nasdaq'],
    ein: '000000000',
    description: '',
    website: 'https://example.com',
    addresses: { business: { city: 'NOWHERE', stateOrCountry: 'CA', stateOrCountryDescription: 'CA' } },
    filings: {
      recent: {
        accessionNumber: rows.map((_, index) => `0000000001-24-00000${index + 1}`),
        filingDate: column(0),
        reportDate: column(1),
        acceptanceDateTime: column(2),
        form: column(3),
        items: column(4),
        primaryDocument: column(5),
        primaryDocDescription: column(6),
      },
      files: [],
    },
  }
}

function facts({ cik, title }: Company) {
  const row = (end: string, val: number, accn: string, form: string, filed: string, start?: string) => ({
    ...(start !== undefined && { start }),
    end,
    val,
    accn,
    fy: 2023,
    fp: form === '10-K' ? 'FY' : 'Q1',
    form,
    filed,
  })
  const [year, quarter, restated] = ['0000000001-23-000106', '0000000001-24-000006', '0000000001-24-000123']
  const tag = (unit: string, rows: readonly object[]) => ({
    label: '',
    description: '',
    units: { [unit]: rows },
  })
  return {
    cik,
    entityName: title,
    facts: {
      dei: {
        EntityCommonStockSharesOutstanding: tag('shares', [
          row('2023-10-20', 15e9, year, '10-K', '2023-11-03'),
        ]),
      },
      'us-gaap': {
        RevenueFromContractWithCustomerExcludingAssessedTax: tag('USD', [
          row('2023-09-30', 383e9, year, '10-K', '2023-11-03', '2022-09-25'),
          row('2023-12-30', 119e9, quarter, '10-Q', '2024-02-02', '2023-10-01'),
          // Told again, and otherwise, a year later.
          row('2023-09-30', 384e9, restated, '10-K', '2024-11-01', '2022-09-25'),
        ]),
        NetIncomeLoss: tag('USD', [
          row('2023-09-30', 97e9, year, '10-K', '2023-11-03', '2022-09-25'),
          row('2023-12-30', 34e9, quarter, '10-Q', '2024-02-02', '2023-10-01'),
        ]),
        EarningsPerShareDiluted: tag('USD/shares', [
          row('2023-09-30', 6.13, year, '10-K', '2023-11-03', '2022-09-25'),
        ]),
        Assets: tag('USD', [
          row('2023-09-30', 352e9, year, '10-K', '2023-11-03'),
          row('2023-09-30', 352e9, quarter, '10-Q', '2024-02-02'),
          row('2023-12-30', 353e9, quarter, '10-Q', '2024-02-02'),
        ]),
        StockholdersEquity: tag('USD', [
          row('2021-09-25', 63e9, year, '10-K', '2023-11-03'),
          row('2023-09-30', 62e9, year, '10-K', '2023-11-03'),
        ]),
        NetCashProvidedByUsedInOperatingActivities: tag('USD', [
          row('2023-09-30', 110e9, year, '10-K', '2023-11-03', '2022-09-25'),
        ]),
      },
    },
  }
}
