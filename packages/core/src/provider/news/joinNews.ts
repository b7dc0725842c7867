import type { NewsItem } from '../../market/index.ts'
import type { NewsQuery } from '../index.ts'

/** Pages of news as one answer, newest first. What slid onto the next page while it was asked for comes once. */
export function joinNews(pages: readonly (readonly NewsItem[])[], query: NewsQuery): NewsItem[] {
  const items = new Map(pages.flat().map((item) => [item.id, item]))
  return [...items.values()].sort((a, b) => b.time - a.time).slice(0, query.limit)
}
