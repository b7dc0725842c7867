import type { NewsItem } from '../market/index.ts'
import { createHeadlineIndex } from './headlines/headlineIndex.ts'
import { isForm } from './headlines/nameOrClause.ts'
import { opposed } from './headlines/opposed.ts'
import { readHeadline } from './headlines/readHeadline.ts'

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

/**
 * Finds copies by address, and by what their headlines tell within a day.
 *
 * @param onCopy - Told of items that were taken for new and turn out to be fillings of a flood, with the item that they
 * repeat.
 */
export function createDuplicateFinder(onCopy: (id: string, of: string) => void = () => {}): DuplicateFinder {
  /** Story of each address that was seen, copies included. */
  const storyOf = new Map<string, Story>()
  const stories = createHeadlineIndex<Story>({
    capacity: most,
    opposed,
    onForget({ id, copies }) {
      for (const known of [id, ...copies]) storyOf.delete(known)
    },
    onUnite(into, { id, copies }) {
      for (const known of [id, ...copies]) keep(known, into)
      onCopy(id, into.id)
    },
  })

  /** Remembers the address of a copy. */
  function keep(id: string, story: Story): void {
    storyOf.set(id, story)
    story.copies.push(id)
    if (story.copies.length > mostCopies) storyOf.delete(story.copies.shift() ?? '')
  }

  return {
    find(item) {
      const again = storyOf.get(item.id)
      if (again) return again.id
      const { id, time, title, source } = item
      const instruments = new Set(item.instruments.map((instrument) => instrument.id))
      const headline = readHeadline(title, { source, isAboutKnown: instruments.size > 0 })
      const isNear = (story: Story) => Math.abs(story.time - time) <= dayMs
      const story = stories.tell(headline, {
        mayBe: (known) =>
          isNear(known) &&
          (known.title === title
            ? // `Form 4` twice from one source is two filings.
              !(known.source === source && isForm(headline.text))
            : mayBeOf(known.instruments, instruments)),
        // "Acme to speak at a conference" is written of many, of whom it is not known whether they are one.
        mayBeFlooded: (known) =>
          isNear(known) && instruments.size > 0 && isSame(known.instruments, instruments),
        subjects: instruments.size > 0 ? [...instruments] : [''],
        make: () => ({ id, time, title, source, instruments, copies: [] }),
      })
      if (story.id === id) storyOf.set(id, story)
      else keep(id, story)
      return story.id === id ? undefined : story.id
    },
  }
}

/** `Acme reaches a 52-week high` is written of many companies. */
function mayBeOf(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === 0 || others.size === 0 || [...some].some((id) => others.has(id))
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((id) => others.has(id))
}
