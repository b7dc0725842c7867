import { UnsupportedError } from '../../errors/index.ts'
import type { CalendarDay, MarketCalendar, MarketStatus, NewsItem } from '../../market/index.ts'
import {
  type CalendarQuery,
  type HttpResponse,
  type MarketStatusQuery,
  type NewsQuery,
  sourceOf,
  toNewsItem,
  type Wire,
} from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { readBody, rowsOf } from './schema.ts'
import { fromMassive } from './symbols.ts'

// MIC, or a market without one, and Massive's word for it.
const exchanges: Readonly<Record<string, string>> = {
  XNYS: 'nyse',
  ARCX: 'nyse',
  XASE: 'nyse',
  XNAS: 'nasdaq',
  OTCM: 'otc',
  FX: 'fx',
  CRYPTO: 'crypto',
}

/** @throws {UnsupportedError} Massive does not follow this market */
export function exchangeOf(market: string): string {
  const exchange = exchanges[market.toUpperCase()]
  if (exchange) return exchange
  const known = Object.keys(exchanges).join(', ')
  throw new UnsupportedError(`massive does not follow the market "${market}". It knows ${known}.`, {
    provider: 'massive',
  })
}

export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const body = readBody(response, query)
  const name = exchangeOf(query.market)
  const isCurrency = name === 'fx' || name === 'crypto'
  const wire = body.at(isCurrency ? 'currencies' : 'exchanges').at(name)
  const word = wire.text()
  if (word !== 'open' && word !== 'closed' && word !== 'extended-hours') {
    throw wire.unlike('"open", "closed" or "extended-hours"')
  }
  const extended = body.at('earlyHours').value === true ? 'pre' : 'post'
  return {
    market: query.market,
    state: word === 'extended-hours' ? extended : word,
    time: body.at('serverTime').instant(),
    nextChange: null,
    source: sourceOf('massive', query),
  }
}

/** Holidays and shortened sessions to come: the days that differ, not every day. */
export function readCalendar(response: HttpResponse, query: CalendarQuery): MarketCalendar {
  const name = exchangeOf(query.market)
  const days: CalendarDay[] = []
  for (const wire of readBody(response, query).items()) {
    const exchange = wire.at('exchange').text().toLowerCase()
    const date = wire.at('date').date()
    if (exchange !== name || Date.parse(date) < query.start - 86_400_000 || Date.parse(date) >= query.end)
      continue
    const holiday = wire.at('name').textOrNull()
    days.push({ date, session: sessionOf(wire), ...(holiday !== null && { name: holiday }) })
  }
  days.sort((a, b) => a.date.localeCompare(b.date))
  return { market: query.market, timeZone: 'America/New_York', days, source: sourceOf('massive', query) }
}

function sessionOf(wire: Wire): CalendarDay['session'] {
  const status = wire.at('status').text()
  if (status === 'closed') return null
  if (status !== 'early-close') throw wire.at('status').unlike('"closed" or "early-close"')
  return { open: wire.at('open').instant(), close: wire.at('close').instant(), early: true }
}

export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const items = rowsOf(readBody(response, query)).flatMap((item) => toNews(item) ?? [])
  // The venue does not look for words.
  return selectNews(items, query)
}

function toNews(wire: Wire): NewsItem | undefined {
  return toNewsItem({
    provider: 'massive',
    time: wire.at('published_utc').instant(),
    title: wire.at('title').text(),
    summary: wire.at('description').textOrNull(),
    url: wire.at('article_url').text(),
    source: wire.at('publisher').at('name').text(),
    author: wire.at('author').textOrNull(),
    imageUrl: wire.at('image_url').textOrNull(),
    instruments: wire
      .at('tickers')
      .itemsOrNone()
      .map((ticker) => fromMassive(ticker.text()))
      .filter((instrument) => instrument !== undefined),
  })
}
