import type { NewsItem } from '../../market/index.ts'
import { type HttpResponse, type NewsQuery, statusError, Wire } from '../../provider/index.ts'
import { mentioned } from '../../provider/news/mentions.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'

/** Asks the search for stories by date, and reads them. */
export function searchOperation(baseUrl: string) {
  return {
    request: (query: NewsQuery) => ({ url: `${baseUrl}/api/v1/search_by_date?${searchOf(query)}` }),
    parse: readStories,
  }
}

function searchOf({ text, symbols, start, end, limit }: NewsQuery): URLSearchParams {
  const search = new URLSearchParams({ tags: 'story', hitsPerPage: String(Math.min(limit, 1_000)) })
  const words = [text, ...symbols].filter(Boolean).join(' ')
  if (words) search.set('query', words)
  // With several symbols one of them is enough.
  if (symbols.length > 1) search.set('optionalWords', symbols.join(' '))
  const range = [
    start === undefined ? '' : `created_at_i>=${Math.floor(start / 1000)}`,
    end === undefined ? '' : `created_at_i<${Math.ceil(end / 1000)}`,
  ].filter(Boolean)
  if (range.length > 0) search.set('numericFilters', range.join(','))
  return search
}

function readStories(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const error = statusError('hacker-news', response, query.now)
  if (error) throw error
  const hits = new Wire('hacker-news', response.json('hacker-news')).at('hits').items()
  const items = hits.flatMap((hit) => {
    const title = hit.at('title').textOrNull() ?? ''
    const item = toNewsItem({
      provider: 'hacker-news',
      time: hit.at('created_at_i').number() * 1000,
      title,
      summary: hit.at('story_text').textOrNull(),
      url: hit.at('url').textOrNull() ?? `https://news.ycombinator.com/item?id=${hit.at('objectID').text()}`,
      source: 'Hacker News',
      author: hit.at('author').textOrNull(),
      instruments: mentioned(title, query.instruments),
      language: 'en',
    })
    return item ? [item] : []
  })
  // The venue has searched already; it may round the instants, or not look at them.
  return selectNews(items, { ...query, text: undefined })
}
