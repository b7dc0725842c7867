import type { HttpRequest, HttpResponse, NewsQuery } from '../../provider/index.ts'
import { booleanQuery } from '../../provider/news/booleanQuery.ts'
import { joinNews } from '../../provider/news/selectNews.ts'
import { pageSize as largestPage, nextPage, readArticles } from './map.ts'

export type Search = { baseUrl: string; apiKey: string; language: string }

/** Asks for articles, or for the top headlines where the question names nothing, and reads them. */
export function searchOperation({ baseUrl, apiKey, language }: Search) {
  return {
    request: (query: NewsQuery): HttpRequest => ({
      url: `${baseUrl}/v2/${searchOf(query, language)}`,
      headers: { 'x-api-key': apiKey },
    }),
    parse: (response: HttpResponse, query: NewsQuery) => readArticles(response, query, language),
    next: nextPage,
    join: joinNews,
  }
}

function searchOf(query: NewsQuery, language: string): string {
  const { start, end, limit } = query
  const words = booleanQuery(query)
  // Headlines are not asked for by time: those of the wanted one may stand behind newer ones.
  const pageSize = String(words === '' && end !== undefined ? largestPage : Math.min(limit, largestPage))
  if (words === '')
    return `top-headlines?${new URLSearchParams({ category: 'business', language, pageSize })}`
  const search = new URLSearchParams({ q: words, language, sortBy: 'publishedAt', pageSize })
  if (start !== undefined) search.set('from', new Date(start).toISOString())
  if (end !== undefined) search.set('to', new Date(end).toISOString())
  return `everything?${search}`
}
