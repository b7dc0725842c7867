import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { readBody } from './schema.ts'
import { fromYahoo } from './symbols.ts'

export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const news = readBody(response, query).at('news').items()
  const items = news.flatMap((item) => toNews(item) ?? [])
  // A search for a symbol does not look for words; one for words need not show them.
  const text = query.symbols.length > 0 ? query.text : undefined
  return selectNews(items, { ...query, text })
}

function toNews(wire: Wire): NewsItem | undefined {
  const image = wire.at('thumbnail').maybe('resolutions').itemsOrNone()[0]
  return toNewsItem({
    provider: 'yahoo',
    time: wire.at('providerPublishTime').number() * 1000,
    title: wire.at('title').text(),
    url: wire.at('link').text(),
    source: wire.at('publisher').text(),
    imageUrl: image?.at('url').textOrNull(),
    instruments: wire
      .at('relatedTickers')
      .itemsOrNone()
      .map((ticker) => fromYahoo(ticker.text()))
      .filter((instrument) => instrument !== undefined),
  })
}
