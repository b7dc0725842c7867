import type { Instrument, NewsItem, Profile } from '../../market/index.ts'
import {
  type HttpResponse,
  type NewsQuery,
  type ProfileQuery,
  sourceOf,
  toNewsItem,
  type Wire,
} from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { acceptedAt } from './acceptance.ts'
import { provider, readBody } from './schema.ts'

const columns = [
  'accessionNumber',
  'filingDate',
  'reportDate',
  'acceptanceDateTime',
  'form',
  'items',
  'primaryDocument',
  'primaryDocDescription',
] as const

type Filing = Readonly<Record<(typeof columns)[number], Wire>>

/** What forms are called by those who read them. */
const titles: Readonly<Record<string, string>> = {
  '10-K': 'Annual report',
  '10-Q': 'Quarterly report',
  '8-K': 'Current report',
  '20-F': 'Annual report of a foreign company',
  '40-F': 'Annual report of a Canadian company',
  '6-K': 'Report of a foreign company',
  'DEF 14A': 'Proxy statement',
  'S-1': 'Registration of shares',
  '3': 'First holdings of an insider',
  '4': 'Trade of an insider',
  '5': 'Yearly holdings of an insider',
  '144': 'Proposed sale by an insider',
  'SC 13D': 'Large holding',
  'SC 13G': 'Large passive holding',
  'SCHEDULE 13D': 'Large holding',
  'SCHEDULE 13G': 'Large passive holding',
}

/**
 * Filings as items, newest first: the form and what it is in the title, the document as the link, the period and the events
 * that it reports in the summary.
 *
 * @see https://www.sec.gov/search-filings/edgar-application-programming-interfaces
 */
export function readFilings(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const body = readBody(response, query)
  const filings = filingsOf(body.at('filings').at('recent'))
  const times = acceptedAt(filings.map((filing) => filing.acceptanceDateTime.instant()))
  const company = body.at('name').text()
  const cik = Number(body.at('cik').text())
  const instruments = instrumentsOf(body, query)
  const items = filings.flatMap(
    (filing, index) => toItem(filing, { time: times[index] ?? 0, company, cik, instruments }) ?? [],
  )
  return selectNews(items, query)
}

/** The company of an answer is the one of the wanted whose ticker it names. */
function instrumentsOf(body: Wire, { instruments, symbols }: NewsQuery): Instrument[] {
  const tickers = new Set(
    body
      .at('tickers')
      .itemsOrNone()
      .map((ticker) => ticker.text()),
  )
  return instruments.filter((_, index) => tickers.has(symbols[index] ?? ''))
}

/** Columns of equal length as rows. */
function filingsOf(recent: Wire): Filing[] {
  const wires = columns.map((name) => recent.at(name))
  const lengths = wires.map((wire) => wire.items().length)
  const common = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0
  const odd = wires[lengths.findIndex((length) => length !== common)]
  if (odd) throw odd.unlike(`an array of ${common}, like the other columns`)
  return Array.from({ length: common }, (_, index) => {
    const cell = (name: (typeof columns)[number]) => recent.at(name).at(index)
    return {
      accessionNumber: cell('accessionNumber'),
      filingDate: cell('filingDate'),
      reportDate: cell('reportDate'),
      acceptanceDateTime: cell('acceptanceDateTime'),
      form: cell('form'),
      items: cell('items'),
      primaryDocument: cell('primaryDocument'),
      primaryDocDescription: cell('primaryDocDescription'),
    }
  })
}

type About = { time: number; company: string; cik: number; instruments: readonly Instrument[] }

function toItem(filing: Filing, { time, company, cik, instruments }: About): NewsItem | undefined {
  const form = filing.form.text()
  const accession = filing.accessionNumber.text()
  const document = filing.primaryDocument.textOrNull() ?? `${accession}-index.htm`
  const isAmended = form.endsWith('/A')
  const title = titles[isAmended ? form.slice(0, -2) : form] ?? filing.primaryDocDescription.textOrNull()
  const period = filing.reportDate.dateOrNull()
  const events = filing.items.textOrNull()
  const details = [
    `Filed ${filing.filingDate.date()}`,
    ...(period === null ? [] : [`period ${period}`]),
    ...(events === null ? [] : [`items ${events.replaceAll(',', ', ')}`]),
  ]
  return toNewsItem({
    provider,
    time,
    title: `${company}: ${form}${title ? `, ${title}` : ''}${isAmended ? ' (amended)' : ''}`,
    summary: `${details.join('; ')}.`,
    url: `https://www.sec.gov/Archives/edgar/data/${cik}/${accession.replaceAll('-', '')}/${document}`,
    source: 'SEC EDGAR',
    instruments,
    language: 'en',
  })
}

/** What the SEC knows of a company besides its filings. */
export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const about = readBody(response, query)
  const identifiers = about.texts({ cik: 'cik', sic: 'sic', ein: 'ein', lei: 'lei' })
  const state = about.at('addresses').maybe('business').maybe('stateOrCountryDescription').textOrNull()
  return {
    instrument: query.instrument,
    name: about.at('name').text(),
    ...about.texts({ description: 'description', industry: 'sicDescription', website: 'website' }),
    sector: null,
    // A state of the Union is told by its two letters, a foreign country by its name.
    country: state === null ? null : /^[A-Z]{2}$/.test(state) ? 'US' : state,
    employees: null,
    exchange: about.at('exchanges').itemsOrNone()[0]?.textOrNull() ?? null,
    currency: null,
    marketCap: null,
    sharesOutstanding: null,
    identifiers: Object.fromEntries(
      Object.entries(identifiers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    source: sourceOf(provider, query),
  }
}
