import { isWord } from './addsNothing.ts'
import { alternatesFor } from './alternates.ts'
import { fillers } from './isFiller.ts'
import { isWreck } from './isWreck.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { small } from './ordinaryWords.ts'
import { isKnown, meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { wordsOfForm } from './spelledForms.ts'
import { stemOf } from './stemOf.ts'
import { stretchWithin } from './stretchWithin.ts'

/** Letters of a word that may be a name. */
export const fewestOfName = 4
/** Of one of which half the letters tell it. */
const longName = 5
/** Of one in the word of another desk that is known with two mistakes. */
const longWord = 6

/** What the words of a headline are compared with: those of all wordings of a story. */
export type StoryWords = {
  wordings: number
  shared: readonly string[]
  letters: readonly string[]
  /** As they stand and in their forms. */
  words: ReadonlySet<string>
  stems: readonly string[]
  /** Those that desks use for them, too. */
  meant: readonly string[]
  /** Words that were compared, and whether they are of the story. */
  compared: Map<string, boolean>
}

const stories = /* @__PURE__ */ new WeakMap<readonly Headline[], StoryWords>()
/** Words remembered of each. */
const mostCompared = 512

export function wordsOfStory(wordings: readonly Headline[], shared: readonly string[]): StoryWords {
  const known = stories.get(wordings)
  if (known?.wordings === wordings.length && isEqual(known.shared, shared)) return known
  const own = wordings.flatMap(({ tokens, words }) => [...tokens, ...words, ...tokens.flatMap(wordsOfForm)])
  const words = new Set([...own, ...shared])
  const meant = new Set([...words].flatMap((word) => [word, ...alternatesFor(word)]))
  const story = {
    wordings: wordings.length,
    shared,
    letters: wordings.map(({ letters }) => letters),
    words,
    stems: [...new Set([...meant].map(stemOf))],
    meant: [...meant],
    compared: new Map<string, boolean>(),
  }
  stories.set(wordings, story)
  return story
}

function isEqual(left: readonly string[], right: readonly string[]): boolean {
  return left === right || (left.length === right.length && left.every((word, at) => word === right[at]))
}

/** Where a word stands in a headline: what is cut off at its end is no word, whatever it looks like. */
export type Standing = 'within' | 'last' | 'cut'

/** Whether a word is one of a story, with mistakes, in part or run together with others. */
export function isOf(word: string, story: StoryWords, standing: Standing): boolean {
  if (story.words.has(word)) return true
  const key = `${word} ${standing}`
  const known = story.compared.get(key)
  if (known !== undefined) return known
  if (story.compared.size >= mostCompared) story.compared.clear()
  const isOne = isMeantIn(word, story, standing)
  story.compared.set(key, isOne)
  return isOne
}

function isMeantIn(word: string, { letters, meant, stems, words }: StoryWords, standing: Standing): boolean {
  if (letters.some((all) => all.includes(word))) return true
  for (const other of words) if (isWord(word, other)) return true
  const isUnknown = standing === 'cut' || !isKnown(word)
  const isMeant = (one: string) => {
    const least = words.has(one) ? fewestOfName : longWord
    const most = word.length >= least && (isUnknown || !isKnown(one)) ? 2 : 1
    return (
      mistakesBetween(word, one, most) <= most ||
      (standing !== 'within' && isBeginning(word, one, isUnknown ? most : 0))
    )
  }
  if (meant.some(isMeant)) return true
  const stem = stemOf(word)
  const isStem = (other: string) =>
    (stem.charAt(0) === other.charAt(0) || stem.length >= fewestOfName) &&
    mistakesBetween(stem, other, 1) <= 1
  if (stems.some(isStem)) return true
  if (fillers.some((filler) => filler.length > 3 && mistakesBetween(word, filler, 1) <= 1)) return true
  if (!isUnknown) return false
  if (letters.some((all) => stretchWithin(word, all, word.length >> 2) !== undefined)) return true
  const isWreckOfOne = (one: string) =>
    (words.has(one) || one.length > longWord) && (isWreck(word, one) || hasHalfOf(word, one))
  return meant.some(isWreckOfOne) || isRunTogether(word, words)
}

/** Whether a word begins or ends with one of the story, or is made of two that say little. */
function isRunTogether(word: string, words: ReadonlySet<string>): boolean {
  for (const other of words)
    if (other.length >= fewestOfName && (word.startsWith(other) || word.endsWith(other))) return true
  for (let at = 1; at < word.length; at++)
    if (small.has(word.slice(0, at)) && small.has(word.slice(at))) return true
  return false
}

/** Whether half of the letters of two long words stand in the same order in both. */
function hasHalfOf(word: string, other: string): boolean {
  if (word.length < longName || other.length < longName) return false
  let row = new Array<number>(other.length + 1).fill(0)
  for (const letter of word) {
    const next = [0]
    for (let at = 0; at < other.length; at++)
      next.push(other[at] === letter ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return (row[other.length] ?? 0) * 2 >= Math.max(word.length, other.length)
}

/** Whether a word is the first letters of another, with so many wrong. */
export function isBeginning(word: string, other: string, most: number): boolean {
  return (
    other.startsWith(word) ||
    [-1, 0, 1].some((more) => mistakesBetween(word, other.slice(0, word.length + more), most) <= most)
  )
}

/** Whether a word is one of a story, or in the place of one, without a mistake. */
export function isExact(word: string, { meant, words }: StoryWords): boolean {
  return words.has(word) || meant.some((other) => meaning(other) === meaning(word))
}
