import { mistypedIn, otherDenials, stemsNotIn, unjoined, wordOf } from './differences.ts'
import { isGarbled, isMistyped } from './isMistyped.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'
import type { Headline } from './readHeadline.ts'

/** What the copies of a flood share, whatever each has filled in. */
export type Template = Pick<Headline, 'stems' | 'words' | 'denied'> & {
  /** Something happens in it: "Acme cuts" does tell, "Halden Steel" does not. */
  tells: boolean
  /** What it is made of. */
  counts: Map<string, { word: string; count: number; denied: number }>
  fillings: number
}

/** Words of the shortest headline that is a story whatever stands beside it. */
export const fewestOfStory = 3
/** Words that may be filled into a headline of any length; of more, a word for every two of its own. */
const slot = 3
/** Words of fillings that are counted for a template. */
const mostCounted = 40
/** A word is of the template when so many of the fillings have it, for some copies lack a word. */
const shared = 2 / 3

/** What most of the fillings share; `weight` tells how many items say so. */
export function templateOf(fillings: readonly { headline: Headline; weight: number }[]): Template {
  const template: Template = {
    stems: [],
    words: [],
    denied: [],
    tells: false,
    counts: new Map(),
    fillings: 0,
  }
  for (const { headline, weight } of fillings) count(template, headline, weight)
  settle(template)
  return template
}

/** Learns from one more filling. True where the template is another for it. */
export function refine(template: Template, headline: Headline): boolean {
  const before = template.stems.join(' ')
  count(template, headline, 1)
  settle(template)
  return template.stems.join(' ') !== before
}

function count(template: Template, headline: Headline, weight: number): void {
  const { counts } = template
  template.fillings += weight
  for (const [place, own] of headline.stems.entries()) {
    const word = headline.words[place] ?? own
    const stem = counts.has(own) ? own : (meantAmong(counts, word) ?? own)
    const known = counts.get(stem) ?? { word, count: 0, denied: 0 }
    known.count += weight
    if (headline.denied.includes(own)) known.denied += weight
    counts.set(stem, known)
  }
  // What was filled in once makes room.
  if (counts.size > mostCounted)
    for (const [stem, { count }] of counts) if (count * 4 < template.fillings) counts.delete(stem)
}

/** The stem that a mistyped word stands for. */
function meantAmong(counts: Template['counts'], word: string): string | undefined {
  for (const [stem, known] of counts) if (isMistyped(word, known.word)) return stem
  return undefined
}

function settle(template: Template): void {
  const kept = [...template.counts].filter(([, { count }]) => count >= template.fillings * shared)
  template.stems = kept.map(([stem]) => stem)
  template.words = kept.map(([, { word }]) => word)
  template.denied = kept.filter(([, { count, denied }]) => denied * 2 > count).map(([stem]) => stem)
  template.tells = template.words.some(isEvent)
}

/**
 * Whether a headline is one more filling. Where the template is no story in itself ("Halden Steel" and a word), nothing that
 * tells is taken for a filling: a flood must not hide what else is told.
 */
export function fills(template: Template, headline: Headline): boolean {
  if (otherDenials(headline, template)) return false
  const { common, added, missing } = compared(headline, template, isGarbled)
  if (common.length === 0 || missing.length * 4 > template.stems.length) return false
  if (added.length > mostIn(common.length)) return false
  const [telling, ...others] = added.filter(isTelling)
  if (telling === undefined) return true
  // A single mistake may make another word of one: "lists" of "lifts".
  const isFree = missing.every((word) => mistakesBetween(word, telling, 1) <= 1)
  return others.length === 0 && isFree && isStory(template)
}

/** Whether a template tells a story in full, so that no word that is filled in can turn it. */
export function isStory({ tells, stems }: Template): boolean {
  return tells && stems.length >= fewestOfStory
}

type Words = Pick<Headline, 'stems' | 'words'>

/** The words that two share, mistyped ones included, and those that only one has. */
export function compared(
  left: Words,
  right: Words,
  isSame = isMistyped,
): { common: string[]; added: string[]; missing: string[] } {
  const one = unjoined(left, right)
  const other = unjoined(right, one)
  const own = stemsNotIn(one, other.stems)
  const others = stemsNotIn(other, one.stems)
  const mistyped = mistypedIn(one, own, other, others, isSame)
  const meant = new Set(mistyped.values())
  const ofOne = (stems: readonly string[]) => stems.map((stem) => wordOf(one, stem))
  return {
    common: ofOne(one.stems.filter((stem) => mistyped.has(stem) || !own.includes(stem))),
    added: ofOne(own.filter((stem) => !mistyped.has(stem))),
    missing: others.filter((stem) => !meant.has(stem)).map((stem) => wordOf(other, stem)),
  }
}

/** Words that may be filled in beside so many. */
export function mostIn(common: number): number {
  return Math.min(common, Math.max(slot, common >> 1))
}

/** A word of markets: what stands in its place may be the story. */
export function isTelling(word: string): boolean {
  return subjects.has(word) || isEvent(word)
}
