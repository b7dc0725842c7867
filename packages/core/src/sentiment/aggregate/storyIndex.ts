import { createHeadlineIndex } from '../../news-feed/headlines/headlineIndex.ts'
import { type Headline, readHeadline } from '../../news-feed/headlines/readHeadline.ts'
import type { SentimentItem } from './sentimentItem.ts'

export type Story<count> = {
  time: number
  /** Its ids and addresses. */
  keys: string[]
  /** What it counts for each instrument for which it does. */
  counts: Map<string, count>
}

export type StoryIndexOptions<count> = {
  /** Copies further apart in time than this are a new story. */
  windowMs: number
  /** Stories remembered; the oldest are forgotten first. */
  capacity: number
  /** Whether two headlines that share most of their words say opposite things of them. */
  opposed: (left: Headline, right: Headline) => boolean
  /** Told of what was counted for a story that turns out to be a copy of another, which counts for that instrument. */
  onCopy: (count: count) => void
}

export type StoryIndex<count> = {
  /** The story of an item, with what it counts so far. */
  find(item: SentimentItem): Story<count>
}

/** Finds syndicated copies: the same id or URL, or a headline that tells the same. */
export function createStoryIndex<count>({
  windowMs,
  capacity,
  opposed,
  onCopy,
}: StoryIndexOptions<count>): StoryIndex<count> {
  const byKey = new Map<string, Story<count>>()
  const stories = createHeadlineIndex<Story<count>>({
    capacity,
    opposed,
    onForget(story) {
      for (const key of story.keys) if (byKey.get(key) === story) byKey.delete(key)
    },
    onUnite(into, from) {
      for (const key of from.keys) if (byKey.get(key) === from) byKey.set(key, into)
      into.keys.push(...from.keys)
      for (const [instrument, count] of from.counts) {
        if (into.counts.has(instrument)) onCopy(count)
        else into.counts.set(instrument, count)
      }
    },
  })

  function tell({ title, source, time, instruments }: SentimentItem, keys: string[]): Story<count> {
    // Each instrument has its own count, so nothing is lost where a form of one is found under another.
    const headline = readHeadline(title, { source, isAboutKnown: true })
    return stories.tell(headline, {
      mayBe: (story) => isNear(story, time),
      // "Acme reaches a 52-week high" is written of many.
      mayBeFlooded: (story) =>
        isNear(story, time) && instruments.some((instrument) => story.counts.has(instrument)),
      subjects: instruments,
      make() {
        const story: Story<count> = { time, keys, counts: new Map() }
        for (const key of keys) byKey.set(key, story)
        return story
      },
    })
  }

  function isNear(story: Story<count>, time: number): boolean {
    return Math.abs(story.time - time) <= windowMs
  }

  return {
    find(item) {
      const keys = [`id ${item.source} ${item.id}`, ...(item.url ? [`url ${item.url}`] : [])]
      const known = keys.map((key) => byKey.get(key)).find((story) => story && isNear(story, item.time))
      return known ?? tell(item, keys)
    },
  }
}
