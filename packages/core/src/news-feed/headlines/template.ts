import { mistypedIn, otherDenials, stemsNotIn, wordOf } from './differences.ts'
import { otherFigures } from './figures.ts'
import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'
import type { Headline } from './readHeadline.ts'

/** What the copies of a flood share, whatever each has filled in. */
export type Template = Pick<Headline, 'stems' | 'words' | 'denied'> & {
  /** Something happens in it: "Acme cuts" does tell, "Halden Steel" does not. */
  tells: boolean
}

/** How far two headlines look like one template filled twice. */
export type Likeness = {
  /** 1 where they differ in a few words that say nothing, less where they differ in what may be the story, else 0. */
  share: number
  /** They tell the same story in full, with words beside it that say nothing of markets. */
  isToldInFull: boolean
}

/** One filling of a template beside others: how far it looks like them, and how many items tell it. */
export type Filling = Pick<Likeness, 'share'> & {
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
/** Words of the shortest headline that is a story whatever stands beside it. */
const fewestOfStory = 3
/** Words that may be filled into a headline of any length; of more, a word for every two of its own. */
const slot = 3
/** Share of the fillings that have a word of their template: any word may be left out of some. */
const shared = 2 / 3

const unlike: Likeness = { share: 0, isToldInFull: false }

/** How far two headlines that are no copies look like one template filled twice. */
export function likeness(left: Headline, right: Headline): Likeness {
  if (otherDenials(left, right) || !mayShare(left.stems, right.stems)) return unlike
  const { common, added, missing } = compared(left, right)
  const most = mostIn(common.length)
  if (added.length > most || missing.length > most) return unlike
  // A form's heading is shared by all who file it.
  if (common.every((word) => subjects.has(word))) return unlike
  const tells = common.some(isEvent)
  const telling = Number(added.some(isTelling)) + Number(missing.some(isTelling))
  // "Acme beats" is no filling of "Acme wow".
  if (telling > 0 && !tells) return unlike
  if (telling === 2 && added.length + missing.length > 2) return unlike
  return {
    share: telling === 2 || otherFigures(left.figures, right.figures) ? otherMatter : 1,
    isToldInFull: telling === 0 && tells && common.length >= fewestOfStory,
  }
}

/** Whether so many fillings of one template are one story told by somebody who varies it. The more copies of each, the fewer need be. */
export function isFlood(fillings: readonly Filling[]): boolean {
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

/** What most of the fillings share. */
export function templateOf(fillings: readonly Headline[]): Template {
  const counts = new Map<string, { word: string; count: number }>()
  for (const headline of fillings) {
    for (const stem of headline.stems) {
      const known = counts.get(stem)
      if (known) known.count++
      else counts.set(stem, { word: wordOf(headline, stem), count: 1 })
    }
  }
  const kept = [...counts].filter(([, { count }]) => count >= fillings.length * shared)
  return {
    stems: kept.map(([stem]) => stem),
    words: kept.map(([, { word }]) => word),
    denied: kept
      .map(([stem]) => stem)
      .filter((stem) => fillings.filter(({ denied }) => denied.includes(stem)).length * 2 > fillings.length),
    tells: kept.some(([, { word }]) => isEvent(word)),
  }
}

/**
 * Whether a headline is one more filling. Where the template is no story in itself ("Halden Steel" and a word), nothing that
 * tells is taken for a filling: a flood must not hide what else is told.
 */
export function fills(template: Template, headline: Headline): boolean {
  if (otherDenials(headline, template)) return false
  const { common, added, missing } = compared(headline, template)
  if (missing.length * 4 > template.stems.length || added.length > mostIn(common.length)) return false
  const telling = added.filter(isTelling).length
  return telling === 0 || (telling === 1 && missing.length === 0 && isStory(template))
}

/** Whether a template tells a story in full, so that no word that is filled in can turn it. */
export function isStory({ tells, stems }: Template): boolean {
  return tells && stems.length >= fewestOfStory
}

/** Whether enough may be shared, mistyped words included: told quickly. */
function mayShare(stems: readonly string[], others: readonly string[]): boolean {
  let common = 0
  for (const stem of stems) if (others.includes(stem)) common++
  return common > 0 && Math.max(stems.length, others.length) <= 3 * common + 1
}

type Words = Pick<Headline, 'stems' | 'words'>

/** The words that two share, mistyped ones included, and those that only one has. */
function compared(one: Words, other: Words): { common: string[]; added: string[]; missing: string[] } {
  const own = stemsNotIn(one, other.stems)
  const others = stemsNotIn(other, one.stems)
  const mistyped = mistypedIn(one, own, other, others)
  const meant = new Set(mistyped.values())
  const ofOne = (stems: readonly string[]) => stems.map((stem) => wordOf(one, stem))
  return {
    common: ofOne(one.stems.filter((stem) => mistyped.has(stem) || !own.includes(stem))),
    added: ofOne(own.filter((stem) => !mistyped.has(stem))),
    missing: others.filter((stem) => !meant.has(stem)).map((stem) => wordOf(other, stem)),
  }
}

function mostIn(common: number): number {
  return Math.min(common, Math.max(slot, common >> 1))
}

function isTelling(word: string): boolean {
  return subjects.has(word) || isEvent(word)
}
