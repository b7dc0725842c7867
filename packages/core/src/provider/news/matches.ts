import type { NewsItem } from '../../market/index.ts'
import type { NewsQuery } from '../index.ts'
import { mentioned } from './mentions.ts'

/** Keeps what a question asks for, for sources that cannot search themselves. */
export function matching(items: readonly NewsItem[], query: NewsQuery): NewsItem[] {
  const words = query.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const kept = items.flatMap((item) => {
    const text = `${item.title} ${item.summary ?? ''}`
    const lower = text.toLowerCase()
    if (!words.every((word) => lower.includes(word))) return []
    if (query.start !== undefined && item.time < query.start) return []
    if (query.end !== undefined && item.time >= query.end) return []
    if (query.instruments.length === 0) return [item]
    const instruments = mentioned(text, query.instruments)
    return instruments.length > 0 ? [{ ...item, instruments }] : []
  })
  return kept.sort((a, b) => b.time - a.time).slice(0, query.limit)
}
