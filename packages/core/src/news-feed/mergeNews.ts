import type { NewsItem } from '../market/index.ts'
import { createDuplicateFinder } from './duplicateFinder.ts'

/** An item with everywhere else that it was published. */
export type MergedNewsItem = NewsItem & {
  alsoFrom: readonly { provider: string; source: string; url: string }[]
}

/**
 * Several sources' news as one list, newest first. Copies of one story count once: the same address, or nearly the same
 * headline within a day. The earliest copy stands for the story; what it lacks comes from the others.
 *
 * Cost: O(n log n).
 */
export function mergeNews(lists: readonly (readonly NewsItem[])[]): MergedNewsItem[] {
  const finder = createDuplicateFinder()
  const merged = new Map<string, MergedNewsItem>()
  // Oldest first, so that the original comes before its copies; a correction of the same address comes later and wins.
  for (const item of lists.flat().sort((a, b) => a.time - b.time)) {
    const original = finder.find(item)
    const known = original === undefined ? undefined : merged.get(original)
    if (!known) {
      merged.set(item.id, { ...item, alsoFrom: [] })
      continue
    }
    merged.set(known.id, known.id === item.id ? correct(known, item) : addCopy(known, item))
  }
  return [...merged.values()].sort((a, b) => b.time - a.time)
}

/** The same address again, later: the newer text holds, from when it first appeared. */
function correct(known: MergedNewsItem, later: NewsItem): MergedNewsItem {
  const { alsoFrom, time } = known
  return { ...fill({ ...later, time }, known), alsoFrom }
}

function addCopy(known: MergedNewsItem, copy: NewsItem): MergedNewsItem {
  const { provider, source, url } = copy
  return { ...fill(known, copy), alsoFrom: [...known.alsoFrom, { provider, source, url }] }
}

function fill<item extends NewsItem>(item: item, other: NewsItem): item {
  const ids = new Set(item.instruments.map(({ id }) => id))
  return {
    ...item,
    summary: item.summary ?? other.summary,
    author: item.author ?? other.author,
    imageUrl: item.imageUrl ?? other.imageUrl,
    language: item.language ?? other.language,
    instruments: [...item.instruments, ...other.instruments.filter(({ id }) => !ids.has(id))],
  }
}
