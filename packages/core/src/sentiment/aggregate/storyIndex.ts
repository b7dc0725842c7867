import type { SentimentItem } from './sentimentItem.ts'

/** A story as first seen: its words, and the instruments for which it was counted. */
type Story = { words: Set<number>; time: number; keys: (string | number)[]; instruments: Set<string> }

export type StoryIndexOptions = {
  /** Copies further apart in time than this are a new story. */
  windowMs: number
  /** Stories remembered; the oldest are forgotten first. */
  capacity: number
}

export type StoryIndex = {
  /** The instruments of the item for which its story was not counted yet; empty for a mere copy. */
  admit(item: SentimentItem): string[]
}

const hashes = 16
const rows = 2
/** Share of common words (Jaccard) from which two titles tell one story. */
const sameStory = 0.65
const multipliers = /* @__PURE__ */ Array.from(
  { length: hashes },
  (_, index) => Math.imul(index * 2 + 1, 0x9e3779b1) | 1,
)

/**
 * Finds syndicated copies: titles that share most of their words, or the same id or URL. Candidates come from MinHash
 * bands, so that the cost of one item does not grow with the number of stories.
 */
export function createStoryIndex({ windowMs, capacity }: StoryIndexOptions): StoryIndex {
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
      const words = wordsOf(item.title)
      const keys = [
        `id ${item.source} ${item.id}`,
        ...(item.url ? [`url ${item.url}`] : []),
        ...bandsOf(words),
      ]
      for (const key of keys) {
        const story = byKey.get(key)
        if (!story || Math.abs(story.time - item.time) > windowMs) continue
        if (typeof key === 'number' && similarity(story.words, words) < sameStory) continue
        const fresh = item.instruments.filter((instrument) => !story.instruments.has(instrument))
        for (const instrument of fresh) story.instruments.add(instrument)
        return [...new Set(fresh)]
      }
      const instruments = new Set(item.instruments)
      remember({ words, time: item.time, keys, instruments })
      return [...instruments]
    },
  }
}

/** Hashes of the words of a title, without case, punctuation and one-letter words. */
function wordsOf(title: string): Set<number> {
  const words = new Set<number>()
  for (const word of title
    .slice(0, 400)
    .toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    words.add(hash(word))
  return words
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value ^ (value >>> 15)
}

function bandsOf(words: ReadonlySet<number>): number[] {
  const bands: number[] = []
  if (words.size === 0) return bands
  for (let band = 0; band < hashes / rows; band++) {
    let key = band
    for (let row = 0; row < rows; row++) {
      const multiplier = multipliers[band * rows + row] ?? 1
      let least = 0xffffffff
      for (const word of words) {
        const mixed = Math.imul(word ^ (word >>> 13), multiplier)
        const value = (mixed ^ (mixed >>> 16)) >>> 0
        if (value < least) least = value
      }
      key = Math.imul(key ^ least, 0x85ebca6b) ^ (least >>> 7)
    }
    // Above the 32-bit range the band's number keeps bands apart.
    bands.push((key >>> 0) * 8 + band)
  }
  return bands
}

function similarity(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let common = 0
  for (const word of left) if (right.has(word)) common++
  const union = left.size + right.size - common
  return union === 0 ? 0 : common / union
}
