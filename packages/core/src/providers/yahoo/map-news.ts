import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromYahoo } from './symbols.ts'

export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY } = query
  return readBody(response, query)
    .at('news')
    .items()
    .flatMap((item) => toNews(item) ?? [])
    .filter(({ time }) => time >= start && time < end)
    .slice(0, query.limit)
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
