import type { NewsItem } from '../market/index.ts'
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

/** What news wires put before the headline of a later version. */
const wirePrefix = /^(?:updated?|wrapup|correct(?:ed|ion)|refile|rpt)[\s\d]*[-:–]\s*/i

type Story = {
  id: string
  time: number
  title: string
  pairs: ReadonlySet<string>
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
      for (const pair of story.pairs) {
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
      const { id, time, title, source } = item
      const pairs = wordPairs(title, source)
      const instruments = new Set(item.instruments.map((instrument) => instrument.id))
      const story: Story = { id, time, title, pairs, source, instruments, copies: [] }
      const shared = new Map<Story, number>()
      for (const pair of pairs) {
        for (const other of byPair.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      for (const [other, common] of shared) {
        if (!isCopy(story, other, common)) continue
        storyOf.set(id, other)
        other.copies.push(id)
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
  // A short headline with the publisher's words around it is whole still.
  const shorter = Math.min(story.pairs.size, other.pairs.size)
  const isWithin = common === shorter && shorter >= fewest
  if ((likeness < alike && !isWithin) || likeness === 1) return likeness === 1
  if (opposed(story.pairs, other.pairs) || otherNames(story.title, other.title)) return false
  // `Acme reaches a 52-week high` is written of many companies.
  const { instruments } = story
  const { instruments: others } = other
  return instruments.size === 0 || others.size === 0 || [...instruments].some((id) => others.has(id))
}

/** Neighbouring words of a headline, without the publisher's name that aggregators append. */
function wordPairs(title: string, source: string): Set<string> {
  const publisher = [' - ', ' | ', ' – ', ' — '].find((dash) => title.endsWith(dash + source))
  const own = (publisher ? title.slice(0, -source.length - publisher.length) : title).replace(wirePrefix, '')
  const words = own
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}$%.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean)
  if (words.length < 4) return new Set([words.join(' ')])
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}
