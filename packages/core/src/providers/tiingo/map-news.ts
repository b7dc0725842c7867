import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  toNewsItem,
  type Wire,
} from '../../provider/index.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { readBody } from './schema.ts'
import { fromTiingo } from './symbols.ts'

/** The most articles of one answer, and how far back pages are gone through. */
export const largestPage = 1_000
const deepest = 10_000

/** Articles, newest first, within the instants and with the words that were asked for. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const articles = readBody(response, query).items()
  return selectNews(
    articles.flatMap((article) => toNews(article) ?? []),
    query,
  )
}

/**
 * The page after `request`'s, where the venue has more and the articles before `end` are not yet as many as wanted: it
 * counts in days, and the newest of the last one may all be too late.
 */
export function nextNews(
  response: HttpResponse,
  { end = Number.POSITIVE_INFINITY, limit, now }: NewsQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  const url = new URL(request.url)
  const { searchParams } = url
  const size = Number(searchParams.get('limit'))
  const articles = readBody(response, { now }).items()
  const timely = articles.filter((article) => article.at('publishedDate').instant() < end).length
  // A fragment is never sent: it counts the articles before `end` that have come.
  const counted = Number(url.hash.slice(1)) + timely
  const offset = Number(searchParams.get('offset')) + size
  if (articles.length < size || counted >= limit || offset >= deepest) return undefined
  searchParams.set('offset', String(offset))
  url.hash = String(counted)
  return { ...request, url: url.href }
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
