import type { HttpRequest, HttpResponse, NewsQuery } from '../../provider/index.ts'
import { joinNews } from '../../provider/news/joinNews.ts'
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

function searchOf({ text, symbols, start, end, limit }: NewsQuery, language: string): string {
  const pageSize = String(Math.min(limit, largestPage))
  const words = [text, symbols.map((symbol) => `"${symbol}"`).join(' OR ')].filter(Boolean)
  if (words.length === 0)
    return `top-headlines?${new URLSearchParams({ category: 'business', language, pageSize })}`
  const search = new URLSearchParams({ q: words.join(' AND '), language, sortBy: 'publishedAt', pageSize })
  if (start !== undefined) search.set('from', new Date(start).toISOString())
  if (end !== undefined) search.set('to', new Date(end).toISOString())
  return `everything?${search}`
}
