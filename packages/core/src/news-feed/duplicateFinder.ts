import type { NewsItem } from '../market/index.ts'

/** Tells which story an item repeats. Items are given oldest first. */
export type DuplicateFinder = {
  /** Id of the item that this one repeats, or `undefined`: the item is then remembered as new. */
  find(item: NewsItem): string | undefined
}

const dayMs = 86_400_000
/** Share of word pairs that two headlines must have in common. */
const alike = 0.6
/** Stories remembered, so that a stream may run for ever. */
const most = 20_000

type Story = { id: string; time: number; pairs: ReadonlySet<string> }

/**
 * Finds copies by address, and by headline: the Jaccard similarity of neighbouring words.
 *
 * Only stories that share a rare enough pair of words are compared, so the cost grows with the copies of a story and not
 * with all that was seen.
 */
export function createDuplicateFinder(): DuplicateFinder {
  const ids = new Set<string>()
  const byPair = new Map<string, Story[]>()
  const stories: Story[] = []

  function forget(before: number): void {
    let gone = 0
    while (gone < stories.length && ((stories[gone]?.time ?? 0) < before || stories.length - gone > most))
      gone++
    for (const story of stories.splice(0, gone)) {
      ids.delete(story.id)
      for (const pair of story.pairs) {
        const left = byPair.get(pair)?.filter((other) => other !== story) ?? []
        if (left.length === 0) byPair.delete(pair)
        else byPair.set(pair, left)
      }
    }
  }

  return {
    find(item) {
      if (ids.has(item.id)) return item.id
      forget(item.time - dayMs)
      const pairs = wordPairs(item.title, item.source)
      const shared = new Map<Story, number>()
      for (const pair of pairs) {
        for (const story of byPair.get(pair) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1)
      }
      for (const [story, common] of shared) {
        if (common / (pairs.size + story.pairs.size - common) >= alike) return story.id
      }
      const story = { id: item.id, time: item.time, pairs }
      ids.add(item.id)
      stories.push(story)
      for (const pair of pairs) {
        const list = byPair.get(pair)
        if (!list) byPair.set(pair, [story])
        // A pair that hundreds of stories share (`stocks to`) tells nothing.
        else if (list.length < 200) list.push(story)
      }
      return undefined
    },
  }
}

/** Neighbouring words of a headline, without the publisher's name that aggregators append. */
function wordPairs(title: string, source: string): Set<string> {
  const own = title.endsWith(` - ${source}`) ? title.slice(0, -source.length - 3) : title
  const words = own
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}$%.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean)
  if (words.length < 4) return new Set([words.join(' ')])
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}
