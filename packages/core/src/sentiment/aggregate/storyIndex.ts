import { createHeadlineIndex } from '../../news-feed/headlines/headlineIndex.ts'
import { readHeadline } from '../../news-feed/headlines/readHeadline.ts'
import type { SentimentItem } from './sentimentItem.ts'

type Story = {
  time: number
  /** Its ids and addresses. */
  keys: string[]
  /** Those for which it was counted. */
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

/** Finds syndicated copies: the same id or URL, or a headline that tells the same. */
export function createStoryIndex({ windowMs, capacity, opposed }: StoryIndexOptions): StoryIndex {
  const byKey = new Map<string, Story>()
  const stories = createHeadlineIndex<Story>(capacity, (story) => {
    for (const key of story.keys) if (byKey.get(key) === story) byKey.delete(key)
  })

  function tell({ title, source, time }: SentimentItem, keys: string[]): Story {
    // Each instrument has its own count, so nothing is lost where a form of one is found under another.
    const headline = readHeadline(title, { source, isAboutKnown: true })
    return stories.tell(
      headline,
      (story, told) =>
        isNear(story, time) && (told.text === headline.text || !opposed(told.text, headline.text)),
      () => {
        const story: Story = { time, keys, instruments: new Set() }
        for (const key of keys) byKey.set(key, story)
        return story
      },
    )
  }

  function isNear(story: Story, time: number): boolean {
    return Math.abs(story.time - time) <= windowMs
  }

  return {
    admit(item) {
      const keys = [`id ${item.source} ${item.id}`, ...(item.url ? [`url ${item.url}`] : [])]
      const known = keys.map((key) => byKey.get(key)).find((story) => story && isNear(story, item.time))
      const story = known ?? tell(item, keys)
      const fresh = new Set(item.instruments.filter((instrument) => !story.instruments.has(instrument)))
      for (const instrument of fresh) story.instruments.add(instrument)
      return [...fresh]
    },
  }
}
