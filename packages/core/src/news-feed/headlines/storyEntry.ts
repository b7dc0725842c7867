import type { Places } from './filledPlaces.ts'
import type { Filling } from './flood.ts'
import type { Keyed } from './keyedEntries.ts'
import type { Headline } from './readHeadline.ts'
import type { Recent } from './recentEntries.ts'
import type { Template } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is known of a story by those who told it. */
export type StoryEntry<story> = Keyed &
  Recent & {
    story: story
    /** Its place among all that were told. */
    order: number
    /** Its place among those that are remembered. */
    place: number
    isToldAgain: boolean
    /**
     * The first, those without what its publisher added, and mistyped ones: two may be further from each other than from
     * what was meant.
     */
    wordings: [Headline, ...Headline[]]
    /** Items that told it. */
    copies: number
    /** Of these, those in other words than the first. */
    reworded: number
    /** In how many ways it was mistyped, as far as they are known. */
    mistyped: number
    /** Of those who told it since many do, those who mistyped a word. */
    garbled: number
    /** How many had told it when it was last held against all that is like it. */
    heldAt: number
    /** Of a flood. */
    template: Template | undefined
    /** Of a story that is told often. */
    vocabulary: Vocabulary | undefined
    /** What others tell in the place of its words. */
    places: Places | undefined
  }

/** Copies of a story that nobody tells by chance; in many ways, with a quarter as many in other words than the first. */
const often = 16

/** Copies of a story among which whatever mistakes can be made are made, if one in so many is mistyped. */
const [careless, perMistyped] = [256, 16]

/** A story as a filling of a template. */
export function fillingOf(
  { copies, reworded, wordings: [headline] }: StoryEntry<unknown>,
  share: number,
): Filling {
  // What is syndicated stays mostly as it is.
  return { headline, share, copies, wordings: reworded * 2 > copies ? reworded : 1 }
}

/** A story as one that was mistyped. */
export function mistypedOf(
  { copies, mistyped, wordings: [headline] }: StoryEntry<unknown>,
  share: number,
): Filling {
  const wordings = 1 + mistyped
  return { headline, share: share * wordings, copies, wordings }
}

export function isToldOften({ copies }: StoryEntry<unknown>): boolean {
  return copies >= often
}

export function isToldInManyWays(entry: StoryEntry<unknown>): boolean {
  return isToldOften(entry) && entry.reworded * 4 >= often
}

/** Whether so many tell a story, with so many mistakes, that a slip is likelier than what it makes of a word. */
export function isToldCarelessly({ copies, garbled }: StoryEntry<unknown>): boolean {
  return copies >= careless && garbled * perMistyped >= copies
}

/** Whether twice as many tell a story as when it was last held against all that is like it, which takes looking at all of that. */
export function isToBeHeld({ copies, heldAt }: StoryEntry<unknown>): boolean {
  return copies >= 2 * heldAt
}
