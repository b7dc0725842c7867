import type { NewsItem } from '../../market/index.ts'
import type { NewsQuery } from '../index.ts'

/**
 * Items that have the words and lie within the instants of a question, newest first. What stands there twice, as what slid
 * onto the next page while it was asked for, comes once, in its latest text.
 */
export function selectNews(
  items: readonly NewsItem[],
  query: Pick<NewsQuery, 'text' | 'start' | 'end' | 'limit'>,
): NewsItem[] {
  const { text = '', start = 0, end = Number.POSITIVE_INFINITY, limit } = query
  const words = text.toLowerCase().split(/\s+/)
  const ids = new Set<string>()
  return items
    .filter(({ time, title, summary }) => {
      const lower = `${title} ${summary ?? ''}`.toLowerCase()
      return time >= start && time < end && words.every((word) => lower.includes(word))
    })
    .sort((a, b) => b.time - a.time)
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .slice(0, limit)
}

/** Pages of news, each of which was selected, as one answer. */
export function joinNews(pages: readonly (readonly NewsItem[])[], query: NewsQuery): NewsItem[] {
  return selectNews(pages.flat(), { ...query, text: undefined })
}
