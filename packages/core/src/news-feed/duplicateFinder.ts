import type { NewsItem } from '../market/index.ts'
import { bareHeadline } from './bareHeadline.ts'
import { opposed } from './opposed.ts'
import { otherNames } from './otherNames.ts'

/** Tells which story an item repeats. */
export type DuplicateFinder = {
  /**
   * Id of the item that this one repeats, or `undefined`: the item is then remembered as new. Any order of time will do,
   * but the first of a story that comes stands for it, so give the oldest first where all are at hand.
   */
  find(item: NewsItem): string | undefined
}

const dayMs = 86_400_000
/** Share of word pairs that two headlines must have in common. */
const alike = 0.6
/** Word pairs of the shortest headline that may be found whole in another. */
const fewest = 4
/** Stories remembered, so that a stream may run for ever. */
const most = 20_000

type Story = {
  id: string
  time: number
  /** The barest wording so far: what copies have in common shows without what each publisher adds. */
  title: string
  pairs: ReadonlySet<string>
  /** Pairs of the first wording, under which the story is found. */
  indexed: ReadonlySet<string>
  source: string
  instruments: ReadonlySet<string>
  /** Ids of the copies, which are forgotten with the story. */
  copies: string[]
}

/**
 * Finds copies by address, and by headline: the Jaccard similarity of neighbouring words.
 *
 * Only stories that share a rare enough pair of words are compared, so the cost grows with the copies of a story and not
 * with all that was seen.
 */
export function createDuplicateFinder(): DuplicateFinder {
  /** Story of each address that was seen, copies included. */
  const storyOf = new Map<string, Story>()
  const byPair = new Map<string, Story[]>()
  const stories: Story[] = []

  function forget(before: number): void {
    let gone = 0
    while (gone < stories.length && ((stories[gone]?.time ?? 0) < before || stories.length - gone > most))
      gone++
    for (const story of stories.splice(0, gone)) {
      for (const id of [story.id, ...story.copies]) storyOf.delete(id)
      for (const pair of story.indexed) {
        const left = byPair.get(pair)?.filter((other) => other !== story) ?? []
        if (left.length === 0) byPair.delete(pair)
        else byPair.set(pair, left)
      }
    }
  }

  return {
    find(item) {
      const again = storyOf.get(item.id)
      if (again) return again.id
      forget(item.time - dayMs)
      const { id, time, source } = item
      const title = bareHeadline(item.title, source)
      const pairs = wordPairs(title)
      const instruments = new Set(item.instruments.map((instrument) => instrument.id))
      const story: Story = { id, time, title, pairs, indexed: pairs, source, instruments, copies: [] }
      const shared = new Map<Story, number>()
      for (const pair of pairs) {
        for (const other of byPair.get(pair) ?? [])
          if (other.pairs.has(pair)) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      for (const [other, common] of shared) {
        if (!isCopy(story, other, common)) continue
        storyOf.set(id, other)
        other.copies.push(id)
        if (common === pairs.size && common < other.pairs.size && common >= fewest) {
          other.title = title
          other.pairs = pairs
        }
        return other.id
      }
      storyOf.set(id, story)
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

function isCopy(story: Story, other: Story, common: number): boolean {
  if (Math.abs(story.time - other.time) > dayMs) return false
  const likeness = common / (story.pairs.size + other.pairs.size - common)
  // `Form 4` twice from one source is two filings.
  if (story.pairs.size === 1) return likeness === 1 && story.source !== other.source
  // A short headline with the publisher's words around it is whole still; with more words than its own, more is told.
  const [shorter, longer] = [story.pairs.size, other.pairs.size].sort((a, b) => a - b)
  const isWithin = common === shorter && common >= fewest && common * 2 >= (longer ?? 0)
  if ((likeness < alike && !isWithin) || likeness === 1) return likeness === 1
  if (opposed(story.pairs, other.pairs) || otherNames(story.title, other.title)) return false
  // `Acme reaches a 52-week high` is written of many companies.
  const { instruments } = story
  const { instruments: others } = other
  return instruments.size === 0 || others.size === 0 || [...instruments].some((id) => others.has(id))
}

/** Neighbouring words of a headline. */
function wordPairs(title: string): Set<string> {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}$%.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean)
  if (words.length < 4) return new Set([words.join(' ')])
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}
