import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { readBody } from './schema.ts'
import { fromAlphaVantage } from './symbols.ts'

/** `CRYPTO:BTC`, `FOREX:EUR`: how this endpoint, and no other, names currencies. */
export function toTopic(symbol: string): string {
  const instrument = fromAlphaVantage(symbol)
  if (instrument?.assetClass === 'crypto') return `CRYPTO:${instrument.base}`
  return instrument?.assetClass === 'fx' ? `FOREX:${instrument.base}` : symbol
}

export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const feed = readBody(response, query).at('feed').items()
  // The venue counts in minutes, and does not look for words.
  return selectNews(
    feed.flatMap((item) => toNews(item) ?? []),
    query,
  )
}

function toNews(wire: Wire): NewsItem | undefined {
  const published = wire.at('time_published')
  const time = Date.parse(
    published
      .text()
      .replace(
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?$/,
        (_all, y, mo, d, h, m, s = '00') => `${y}-${mo}-${d}T${h}:${m}:${s}Z`,
      ),
  )
  if (Number.isNaN(time)) throw published.unlike('a time like 20240131T093000')
  const instruments = wire
    .at('ticker_sentiment')
    .itemsOrNone()
    .map((ticker) => ticker.at('ticker').text())
    .filter((ticker) => !ticker.includes(':'))
    .map(fromAlphaVantage)
    .filter((instrument) => instrument !== undefined)
  return toNewsItem({
    time,
    title: wire.at('title').text(),
    summary: wire.at('summary').textOrNull(),
    url: wire.at('url').text(),
    source: wire.at('source').text(),
    author: wire.at('authors').itemsOrNone()[0]?.textOrNull() ?? null,
    imageUrl: wire.at('banner_image').textOrNull(),
    instruments,
    truncated: false,
    provider: 'alpha-vantage',
  })
}
