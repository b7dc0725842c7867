import { alternatesFor, areAlternates } from './alternates.ts'
import { fewestWhole, joint } from './cutFrom.ts'
import { deniesBySlip, denyOtherwise, isFillerBySlip } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { otherFigures } from './figures.ts'
import { fillers, isFiller } from './isFiller.ts'
import { isGarbled, isMistyped } from './isMistyped.ts'
import { isView } from './isView.ts'
import { isWreck } from './isWreck.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { isEvent } from './nameOrClause.ts'
import { denials, publications, small, subjects } from './ordinaryWords.ts'
import { areOtherWords, isKnown, meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { wordsOfForm } from './spelledForms.ts'
import { stemOf } from './stemOf.ts'
import { isPutBeside, isToldIn, type Vocabulary } from './vocabulary.ts'

/** Words of other desks that a copy may have beside those of the known headline: "share price" for "shares". */
const mostOther = 3
/** Words that may be passed over for them. */
const mostPassed = 2
/** Of as many letters of a name one may be wrong: with more, it is another name. */
const lettersPerMistake = 3
/** Letters of the longest ending that makes another word of one: what lacks more is cut off. */
const mostOfEnding = 3
/** Share of the letters of the story that a headline has at least. */
const leastLeft = 0.5
/** Letters of the longest word that says nothing, with one too many. */
const longestFiller = 6
/** Letters of the shortest word of which a slip may make another. */
const shortestSlip = 4
/** Share of the letters of a beginning in which nothing has happened. */
const leastOfNothing = 0.4
/** Letters of the shortest beginning of a word that it is known by; of a name, if it is mistyped. */
const [shortestBeginning, shortestOfName] = [3, 5]

/**
 * Whether a headline has nothing of its own beside a story that hundreds tell: each of its words, in their order, is one of the
 * story's, garbled, in the word of another desk, or the beginning of one where it ends. However much is wrong with such a
 * headline, it is likelier to be one more copy than news.
 *
 * @param isCareless - Whether so many of them mistype it that what a slip makes of a word is likelier that than another word.
 */
export function addsNothing(
  known: Headline,
  vocabulary: Vocabulary,
  headline: Headline,
  isCareless = false,
): boolean {
  const { tokens, given } = headline
  const readings = given === tokens ? [tokens] : [tokens, given]
  return (
    readings.some((words) => follows(known, vocabulary, words, headline, isCareless)) &&
    (!denyOtherwise(known, headline) || (isCareless && deniesBySlip(known, headline))) &&
    !otherFigures(known.figures, headline.figures) &&
    !otherDesignations(known, headline)
  )
}

function follows(
  known: Headline,
  vocabulary: Vocabulary,
  words: readonly string[],
  { isCut, tokens }: Headline,
  isCareless: boolean,
): boolean {
  const whole = known.tokens.filter((word) => !isFiller(word))
  const told = words.filter((word) => !isFiller(word))
  const last = told.at(-1)
  let [place, open, passed, others, letters, isPart] = [0, 0, 0, 0, 0, false]
  for (const word of told) {
    const isLast = word === last
    // Whoever passes it on has a name, whatever word of the story that looks like: "Wire" for "wins".
    if (words !== tokens && !whole.includes(word) && isOfPublisher(word, vocabulary)) continue
    const at = placeOf(word, whole, open, isLast, isCareless)
    if (at !== undefined && at < place) continue
    if (at !== undefined) {
      const between = whole.slice(place, at)
      passed += between.filter(isTold).length
      letters += between.join('').length
      isPart = isLast && !isWord(word, whole[at] ?? '')
      letters += isPart ? word.length : (whole[at]?.length ?? 0)
      place = at + 1
      // A form that stands for several words is told by each of them: "net" and "profit", "falls" and "short".
      open = wordsOfForm(whole[at] ?? '').includes(word) ? at : place
    } else if (isCareless && isFillerBySlip(word)) continue
    else if (!isSaid(word) && !isFillerMistyped(word, isLast) && !(isLast && isRemnant(word, place))) {
      // A word of the story in another order may tell the contrary.
      if (known.tokens.includes(word) || !isToldIn(vocabulary, word)) return false
      others++
    }
  }
  if (others > mostOther || passed > others) return false
  const next = whole[place]
  const isReplaced = next !== undefined && others > passed
  if (isReplaced) letters += next.length
  const left = whole.slice(0, place)
  const share = letters / whole.join('').length
  // Where nothing has happened yet it tells nothing by itself.
  if (!isReplaced && !left.some(isEvent) && !told.some(isEvent))
    return share >= leastOfNothing && left.filter(isTold).length > 1
  if (share < leastLeft) return false
  return next === undefined || isCut || isPart || isReplaced || mayEnd(left, next)
}

function isOfPublisher(word: string, vocabulary: Vocabulary): boolean {
  return publications.has(word) || isPutBeside(vocabulary, word)
}

/** Whether what happened is told as far as this, and is no other matter without the next word: "cuts dividend" is no "cuts dividend forecast". */
function mayEnd(left: readonly string[], next: string): boolean {
  const last = left.at(-1) ?? ''
  if (joint.test(last) || joint.test(next)) return true
  return (
    left.filter(isTold).length >= fewestWhole && !(subjects.has(last) && (subjects.has(next) || isView(next)))
  )
}

/** Where in the known headline a word stands, from a place on. */
function placeOf(
  word: string,
  whole: readonly string[],
  from: number,
  isLast: boolean,
  isCareless: boolean,
): number | undefined {
  let passed = 0
  for (let at = from; at < whole.length && passed <= mostPassed; at++) {
    const other = whole[at] ?? ''
    if (
      isWord(word, other) ||
      (at === 0 && isGarbled(word, other)) ||
      (isCareless && isSlipOf(word, other)) ||
      (isLast && isBeginning(word, other, at, isCareless))
    )
      return at
    if (isTold(other)) passed++
  }
  return undefined
}

function isTold(word: string): boolean {
  return !small.has(word)
}

function isSaid(word: string): boolean {
  return small.has(word) && !denials.has(word)
}

/** Whether a word is another one, garbled, or in the word of another desk. */
export function isWord(word: string, other: string): boolean {
  if (word === other || meaning(word) === meaning(other) || areAlternates(word, other)) return true
  if (/\d/.test(word + other)) return false
  if (small.has(other)) return !isKnown(word) && mistakesBetween(word, other, 1) <= 1
  if (wordsOfForm(other).some((own) => own === word || isGarbled(word, own))) return true
  if (!isKnown(other)) return !isKnown(word) && (isMistyped(word, other) || isNameOf(word, other))
  return [other, ...alternatesFor(other)].some((own) => isMeantBy(word, own))
}

/** Whether a word is a known one with mistakes. */
function isMeantBy(word: string, known: string): boolean {
  if (isGarbled(word, known)) return true
  if (!isKnown(word)) return isWreck(word, known) || isGarbled(stemOf(word), stemOf(known))
  // A letter dropped may leave another known word ("lose" of "close"); another letter is seldom put by mistake alone ("fires" of "hires").
  return known.length - word.length === 1 && word.length > 2 && mistakesBetween(word, known, 1) === 1
}

/** Whether a word of some length may be another after a slip, whatever the two mean. */
function isSlipOf(word: string, other: string): boolean {
  if (Math.max(word.length, other.length) < shortestSlip || /\d/.test(word + other)) return false
  if (!isKnown(word)) return isGarbled(word, other) || isWreck(word, other)
  return mistakesBetween(word, other, 1) <= 1 || mistakesBetween(stemOf(word), stemOf(other), 1) <= 1
}

/** Whether a word is what is left of one behind so many others. */
function isRemnant(word: string, place: number): boolean {
  return word.length < shortestBeginning && place >= fewestWhole && !/\d/.test(word)
}

function isNameOf(word: string, other: string): boolean {
  const most = Math.floor(Math.max(word.length, other.length) / lettersPerMistake)
  return mistakesBetween(word, other, most) <= most && !areOtherWords(word, other)
}

function isBeginning(word: string, other: string, at: number, isCareless: boolean): boolean {
  if (word.length < shortestBeginning) return false
  const meant = [other, ...alternatesFor(other)]
  if (meant.some((own) => own.startsWith(word) && own.length - word.length >= mostOfEnding)) return true
  const isName = !isKnown(other) && word.length < shortestOfName && at < fewestWhole
  if ((isKnown(word) || isName) && !isCareless) return false
  const most = isCareless && !isKnown(word) ? Math.floor(word.length / lettersPerMistake) : 1
  return meant.some((own) =>
    [-1, 0, 1].some((more) => mistakesBetween(word, own.slice(0, word.length + more), most) <= most),
  )
}

/** Whether a word that nobody knows is one that says nothing, mistyped or cut off. */
function isFillerMistyped(word: string, isLast: boolean): boolean {
  if (isKnown(word) || word.length > longestFiller) return false
  if (small.has(word.replace(/(.)\1/, '$1'))) return true
  return fillers.some(
    (filler) =>
      (isLast && filler.startsWith(word)) || (filler.length > 2 && mistakesBetween(word, filler, 1) <= 1),
  )
}
