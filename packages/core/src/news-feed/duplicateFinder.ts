import type { NewsItem } from '../market/index.ts'
import { createHeadlineIndex } from './headlines/headlineIndex.ts'
import { isForm } from './headlines/nameOrClause.ts'
import { opposed } from './headlines/opposed.ts'
import { type Headline, readHeadline } from './headlines/readHeadline.ts'

/** Tells which story an item repeats. */
export type DuplicateFinder = {
  /**
   * Id of the item that this one repeats, or `undefined`: the item is then remembered as new. Any order of time will do,
   * but the first of a story that comes stands for it, so give the oldest first where all are at hand.
   */
  find(item: NewsItem): string | undefined
}

const dayMs = 86_400_000
/** Stories remembered, so that a stream may run for ever. */
const most = 20_000
/** Addresses remembered of each: one more is found by its headline. */
const mostCopies = 1_000

type Story = {
  id: string
  time: number
  title: string
  source: string
  instruments: ReadonlySet<string>
  /** Ids of the copies, which are forgotten with the story. */
  copies: string[]
}

/** Finds copies by address, and by what their headlines tell within a day. */
export function createDuplicateFinder(): DuplicateFinder {
  /** Story of each address that was seen, copies included. */
  const storyOf = new Map<string, Story>()
  const stories = createHeadlineIndex<Story>(most, ({ id, copies }) => {
    for (const known of [id, ...copies]) storyOf.delete(known)
  })

  return {
    find(item) {
      const again = storyOf.get(item.id)
      if (again) return again.id
      const { id, time, title, source } = item
      const instruments = new Set(item.instruments.map((instrument) => instrument.id))
      const headline = readHeadline(title, { source, isAboutKnown: instruments.size > 0 })
      const mayBe = (story: Story, told: Headline) => {
        if (Math.abs(story.time - time) > dayMs) return false
        // `Form 4` twice from one source is two filings.
        if (story.title === title) return !(story.source === source && isForm(headline.text))
        return mayBeOf(story.instruments, instruments) && !opposed(told, headline)
      }
      const story = stories.tell(headline, mayBe, () => ({
        id,
        time,
        title,
        source,
        instruments,
        copies: [],
      }))
      storyOf.set(id, story)
      if (story.id === id) return undefined
      story.copies.push(id)
      if (story.copies.length > mostCopies) storyOf.delete(story.copies.shift() ?? '')
      return story.id
    },
  }
}

/** `Acme reaches a 52-week high` is written of many companies. */
function mayBeOf(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === 0 || others.size === 0 || [...some].some((id) => others.has(id))
}
