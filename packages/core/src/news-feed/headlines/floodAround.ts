import { areMany, type Filling, floodOf, floodOfMistakes, likeness } from './flood.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { type Asked, areOther, countMatter, matterBeside, tellsAnother } from './newsBeside.ts'
import type { Headline } from './readHeadline.ts'
import { resemblance } from './resemblance.ts'
import { fillingOf, mistypedOf, type StoryEntry } from './storyEntry.ts'
import { fills, isStory, type Template } from './template.ts'

/** Whether two headlines that share most of their words say opposite things. */
export type Opposed = (left: Headline, right: Headline) => boolean

/** Wordings with much the same letters that are compared without finding a copy. */
export const mostUnlike = 12

/** Whether a story is told by a flood, of which the headline is one more filling, or the same with other mistakes. */
export function takes(
  { template, wordings }: StoryEntry<unknown>,
  headline: Headline,
  opposed: Opposed,
): boolean {
  if (!template) return false
  const [first] = wordings
  if (fills(template, headline)) return isStory(template) || !opposed(first, headline)
  return wordings.some((wording) => resembles(wording, headline, opposed) > 0)
}

/**
 * The flood that a headline is of, with all that was told of it as stories of their own.
 *
 * @param known - The story that it copies, if any.
 * @param shared - What else shares a key with it, and may be one story with it.
 * @param near - What else has much the same letters, and may be one with it.
 * @param asked - Which of these it was compared with.
 */
export function floodAround<story>(
  headline: Headline,
  known: StoryEntry<story> | undefined,
  shared: readonly StoryEntry<story>[],
  near: readonly StoryEntry<story>[],
  asked: Asked,
  opposed: Opposed,
): { template: Template; parts: StoryEntry<story>[] } | undefined {
  const isSame = (entry: StoryEntry<story>) => {
    if (!tellsAnother(entry, headline, asked)) return true
    // What the known one tells is told as often as that is.
    if (known) countMatter(entry, matterBeside(entry, headline), known.copies)
    return false
  }
  const parts: StoryEntry<story>[] = known ? [known] : []
  const alike: (Filling & { entry: StoryEntry<story> })[] = []
  for (const entry of new Set([...shared, ...near]))
    if (
      (takes(entry, headline, opposed) || (known && takes(known, entry.wordings[0], opposed))) &&
      isSame(entry)
    )
      parts.push(entry)
  for (const entry of shared) {
    const [first] = entry.wordings
    if (parts.includes(entry)) continue
    const { share, isToldInFull } = likeness(headline, first)
    if (share > 0 && (isToldInFull || !opposed(first, headline)) && isSame(entry))
      alike.push({ entry, ...fillingOf(entry, share) })
  }
  const own = known ? { ...fillingOf(known, 1), headline } : toldOnce(headline)
  const strangers = near.filter((entry) => !parts.includes(entry))
  const found = floodOf(own, alike) ?? mistypedAround(headline, known, strangers, isSame, opposed)
  if (found) parts.push(...found.fillings.map(({ entry }) => entry))
  const template = parts.find((entry) => entry.template)?.template ?? found?.template
  if (!template) return undefined
  const [most] = parts.toSorted((left, right) => right.copies - left.copies)
  const same = parts.filter((part) => part === most || !most || !areOther(most, part))
  const isKnownOne = !known || same.includes(known)
  return isKnownOne && same.length > Number(known !== undefined) ? { template, parts: same } : undefined
}

/** The flood of a headline that each has mistyped in another way. */
function mistypedAround<story>(
  headline: Headline,
  known: StoryEntry<story> | undefined,
  others: readonly StoryEntry<story>[],
  isSame: (entry: StoryEntry<story>) => boolean,
  opposed: Opposed,
) {
  const own = known ? { ...mistypedOf(known, 1), headline } : toldOnce(headline)
  const most = others.map((entry) => ({ entry, ...mistypedOf(entry, 1) }))
  if (!areMany([own, ...most])) return undefined
  const alike: typeof most = []
  let compared = 0
  for (const filling of most) {
    const { wordings } = filling.entry
    const likest = Math.max(...wordings.map((wording) => resembles(wording, headline, opposed)))
    if (likest > 0 && isSame(filling.entry)) alike.push({ ...filling, share: filling.share * likest })
    compared += wordings.length
    // The likest come first: where none of them is a copy, the others are none.
    if (compared >= mostUnlike && alike.length === 0) return undefined
  }
  return floodOfMistakes(own, alike)
}

function toldOnce(headline: Headline): Filling {
  return { headline, share: 1, copies: 1, wordings: 1 }
}

/** How far two headlines look like one that was mistyped, unless the known words that differ turn it by more than a mistake. */
function resembles(left: Headline, right: Headline, opposed: Opposed): number {
  const share = resemblance(left, right)
  const isTurned = share > 0 && share < 1 && opposed(left, right)
  return isTurned && mistakesBetween(left.letters, right.letters, 1) > 1 ? 0 : share
}
