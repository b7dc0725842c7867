import { denyOtherwise } from './denyOtherwise.ts'
import { otherFigures } from './figures.ts'
import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'
import type { Headline } from './readHeadline.ts'
import { compared, fewestOfStory, fills, isTelling, mostIn, type Template, templateOf } from './template.ts'

/** How far two headlines look like one template filled twice. */
export type Likeness = {
  /** 1 where they differ in a few words that say nothing, less where they differ in what may be the story, else 0. */
  share: number
  /** They tell the same story in full, with words beside it that say nothing of markets. */
  isToldInFull: boolean
}

/** One filling of a template beside others: how far it looks like them, and how many items tell it. */
export type Filling = Pick<Likeness, 'share'> & {
  headline: Headline
  copies: number
  /** In which they do. */
  wordings: number
}

/** Fillings of a flood that are told once each, where no more than a name or a word that says nothing differs. */
const fewestFillings = 12
/** Two headlines that differ in a word are two stories, however often each is told. */
const fewestDifferent = 3
/** What differs in a word of markets or in an amount is likely another story: of such, many more make a flood. */
const otherMatter = 0.25
const unlike: Likeness = { share: 0, isToldInFull: false }

/** How far two headlines that are no copies look like one template filled twice. */
export function likeness(left: Headline, right: Headline): Likeness {
  if (denyOtherwise(left, right) || !mayShare(left.stems, right.stems)) return unlike
  const { common, added, missing } = compared(left, right)
  const most = mostIn(common.length)
  if (added.length > most || missing.length > most) return unlike
  // A form's heading is shared by all who file it.
  if (common.every((word) => subjects.has(word))) return unlike
  const tells = common.some(isEvent)
  const telling = Number(added.some(isTelling)) + Number(missing.some(isTelling))
  // "Acme beats" is no filling of "Acme wow"; with more in common it may have lost its telling word.
  if (telling > 0 && !tells && common.length < fewestOfStory) return unlike
  if (telling === 2 && added.length + missing.length > 2) return unlike
  return {
    share: telling === 2 || otherFigures(left.figures, right.figures) ? otherMatter : 1,
    isToldInFull: telling === 0 && tells && common.length >= fewestOfStory,
  }
}

/** Whether enough may be shared, mistyped words included: told quickly. */
function mayShare(stems: readonly string[], others: readonly string[]): boolean {
  let common = 0
  for (const stem of stems) if (others.includes(stem)) common++
  return common > 0 && Math.max(stems.length, others.length) <= 3 * common + 1
}

/**
 * The flood that one filling is of with others that are like it, if they are so many that they are one story told by
 * somebody who varies it: its template, and those that fill it.
 */
export function floodOf<filling extends Filling>(
  own: Filling,
  others: readonly filling[],
): { template: Template; fillings: readonly filling[] } | undefined {
  if (!areMany([own, ...others])) return undefined
  // Each may be like the first in a way of its own, so what they share decides: most of the headlines, or of the items.
  for (const weigh of [() => 1, ({ copies }: Filling) => copies]) {
    const template = templateOf(
      [own, ...others].map((filling) => ({ headline: filling.headline, weight: weigh(filling) })),
    )
    const fillings = others.filter(({ headline }) => fills(template, headline))
    if (fills(template, own.headline) && areMany([own, ...fillings])) return { template, fillings }
  }
  return undefined
}

/**
 * The flood that one headline is of with others that resemble it, if they are so many that they are one story, mistyped by
 * each in another way.
 */
export function floodOfMistakes<filling extends Filling>(
  own: Filling,
  others: readonly filling[],
): { template: Template; fillings: readonly filling[] } | undefined {
  if (!areMany([own, ...others])) return undefined
  const template = templateOf([own, ...others].map(({ headline, copies }) => ({ headline, weight: copies })))
  return { template, fillings: others }
}

/** The more copies there are, the fewer fillings need be. */
export function areMany(fillings: readonly Omit<Filling, 'headline'>[]): boolean {
  let wordings = 0
  let different = 0
  let copies = 0
  for (const filling of fillings) {
    wordings += filling.wordings
    different += filling.share
    copies += filling.copies
  }
  return wordings >= fewestDifferent && different ** 2 * copies >= fewestFillings ** 3
}
