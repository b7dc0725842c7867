import { bareHeadline } from '../../news-feed/bareHeadline.ts'
import { otherNames } from '../../news-feed/otherNames.ts'
import type { SentimentItem } from './sentimentItem.ts'

/** A story in the barest wording so far, and the instruments for which it was counted. */
type Story = {
  title: string
  words: Set<number>
  time: number
  keys: (string | number)[]
  instruments: Set<string>
}

export type StoryIndexOptions = {
  /** Copies further apart in time than this are a new story. */
  windowMs: number
  /** Stories remembered; the oldest are forgotten first. */
  capacity: number
  /** Whether two titles that share most of their words say opposite things of them. */
  opposed: (left: string, right: string) => boolean
}

export type StoryIndex = {
  /** The instruments of the item for which its story was not counted yet; empty for a mere copy. */
  admit(item: SentimentItem): string[]
}

/** Sixteen chances to meet: a title that shares two thirds of its words is missed once in 10,000 times. */
const bands = 16
const rows = 2
/** Share of common words (Jaccard) from which two titles tell one story. */
const sameStory = 0.65
/** Words of the shortest title that may be found whole in another. */
const fewest = 4
const longestTitle = 400
const seeds = /* @__PURE__ */ Array.from({ length: bands * rows }, (_, index) => mix(index + 1))

/**
 * Finds syndicated copies: titles that share most of their words, or the same id or URL. Candidates come from MinHash
 * bands, so that the cost of one item does not grow with the number of stories.
 */
export function createStoryIndex({ windowMs, capacity, opposed }: StoryIndexOptions): StoryIndex {
  const byKey = new Map<string | number, Story>()
  const queue: (Story | undefined)[] = new Array(capacity)
  let next = 0

  function forget(story: Story): void {
    for (const key of story.keys) if (byKey.get(key) === story) byKey.delete(key)
  }

  function remember(story: Story): void {
    const oldest = queue[next]
    if (oldest) forget(oldest)
    queue[next] = story
    next = (next + 1) % capacity
    for (const key of story.keys) byKey.set(key, story)
  }

  return {
    admit(item) {
      const title = bareHeadline(item.title.slice(0, longestTitle), item.source)
      const words = wordsOf(title)
      const keys = [
        `id ${item.source} ${item.id}`,
        ...(item.url ? [`url ${item.url}`] : []),
        ...bandsOf(words),
      ]
      for (const key of keys) {
        const story = byKey.get(key)
        if (!story || Math.abs(story.time - item.time) > windowMs) continue
        if (typeof key === 'number') {
          const likeness = similarity(story.words, words)
          if (likeness < sameStory) continue
          if (likeness < 1 && (otherNames(story.title, title) || opposed(story.title, title))) continue
        }
        if (words.size >= fewest && words.size < story.words.size && isWithin(words, story.words)) {
          // Without what the first publisher added, the next publisher's copy is nearer.
          story.title = title
          story.words = words
          for (const other of keys) if (!story.keys.includes(other)) story.keys.push(other)
          for (const other of keys) byKey.set(other, story)
        }
        const fresh = item.instruments.filter((instrument) => !story.instruments.has(instrument))
        for (const instrument of fresh) story.instruments.add(instrument)
        return [...new Set(fresh)]
      }
      const instruments = new Set(item.instruments)
      remember({ title, words, time: item.time, keys, instruments })
      return [...instruments]
    },
  }
}

/** Hashes of the words of a title, without case, punctuation and one-letter words. */
function wordsOf(title: string): Set<number> {
  const words = new Set<number>()
  for (const word of title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []) words.add(hash(word))
  return words
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** Spreads a 32-bit number evenly; each seed gives another order of the words. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function bandsOf(words: ReadonlySet<number>): number[] {
  const keys: number[] = []
  if (words.size === 0) return keys
  for (let band = 0; band < bands; band++) {
    let key = band
    for (let row = 0; row < rows; row++) {
      const seed = seeds[band * rows + row] ?? 0
      let least = 0xffffffff
      for (const word of words) {
        const value = mix(word ^ seed)
        if (value < least) least = value
      }
      key = mix(key ^ least)
    }
    // Bands start from different numbers, so one map holds them all; a chance meeting fails the comparison.
    keys.push(key | 0)
  }
  return keys
}

function isWithin(words: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const word of words) if (!others.has(word)) return false
  return true
}

function similarity(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let common = 0
  for (const word of left) if (right.has(word)) common++
  // A short title with the publisher's words around it has all of its own still; with more words than its own, more is told.
  const longer = Math.max(left.size, right.size)
  if (common >= fewest && common === Math.min(left.size, right.size) && common * 2 >= longer)
    return Math.max(sameStory, common / longer)
  const union = left.size + right.size - common
  return union === 0 ? 0 : common / union
}
