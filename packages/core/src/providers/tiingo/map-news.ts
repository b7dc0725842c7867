import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, toNewsItem, type Wire } from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromTiingo } from './symbols.ts'

/** Articles, newest first, within the instants and with the words that were asked for. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY, limit } = query
  const words = query.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  return readBody(response, query)
    .items()
    .flatMap((article) => toNews(article) ?? [])
    .filter(({ time, title, summary }) => {
      const text = `${title} ${summary ?? ''}`.toLowerCase()
      return time >= start && time < end && words.every((word) => text.includes(word))
    })
    .slice(0, limit)
}

function toNews(article: Wire): NewsItem | undefined {
  return toNewsItem({
    provider: 'tiingo',
    time: article.at('publishedDate').instant(),
    title: article.at('title').text(),
    summary: article.at('description').textOrNull(),
    url: article.at('url').text(),
    source: article.at('source').text(),
    instruments: article
      .at('tickers')
      .itemsOrNone()
      .map((ticker) => fromTiingo(ticker.text()))
      .filter((instrument) => instrument !== undefined),
  })
}
