import { addsNothing } from './addsNothing.ts'
import { foundWithin } from './foundWithin.ts'
import type { Headline } from './readHeadline.ts'
import { retold } from './retold.ts'
import { sameStory } from './sameStory.ts'
import { isToldCarelessly, isToldInManyWays, type StoryEntry } from './storyEntry.ts'

type Entry = StoryEntry<unknown>

/** Copies of a story that so many tell that what has nothing of its own beside it is one more. */
const byAll = 64

/** Whether a headline tells a known story: by which wording of it. */
export function wordingOf({ wordings }: Entry, headline: Headline): Headline | undefined {
  return wordings.find((wording) => sameStory(wording, headline))
}

/** Whether a story that many tell is told by a headline: in other words, or, if they do in many, whatever stands beside it. */
export function holds(entry: Entry, headline: Headline): boolean {
  return (
    isToldInOtherWords(entry, headline) ||
    (isToldInManyWays(entry) && entry.wordings.some((wording) => foundWithin(wording, headline))) ||
    isNothingBeside(entry, headline)
  )
}

/** Whether a headline tells a story in the words of another desk. */
export function isToldInOtherWords({ wordings }: Entry, headline: Headline): boolean {
  return wordings.some((wording) => retold(wording, headline))
}

/** Whether a headline has nothing of its own beside a story that so many tell. */
export function isNothingBeside(entry: Entry, headline: Headline): boolean {
  const { copies, vocabulary, wordings } = entry
  return (
    copies >= byAll &&
    vocabulary !== undefined &&
    addsNothing(wordings[0], vocabulary, headline, isToldCarelessly(entry))
  )
}
