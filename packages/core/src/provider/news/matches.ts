import type { NewsItem } from '../../market/index.ts'
import type { NewsQuery } from '../index.ts'
import { mentioned } from './mentions.ts'
import { selectNews } from './selectNews.ts'

/**
 * Keeps what a question asks for, for sources that cannot search themselves and know no instruments: newest first, each
 * article once.
 */
export function matching(items: readonly NewsItem[], query: NewsQuery): NewsItem[] {
  if (query.instruments.length === 0) return selectNews(items, query)
  const about = items.flatMap((item) => {
    const instruments = mentioned(`${item.title} ${item.summary ?? ''}`, query.instruments)
    return instruments.length > 0 ? [{ ...item, instruments }] : []
  })
  return selectNews(about, query)
}
