import { denyOtherwise } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { otherFigures } from './figures.ts'
import { isMistyped } from './isMistyped.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { joining, publications, small } from './ordinaryWords.ts'
import { areOtherWords, isKnown, meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { stemOf } from './stemOf.ts'
import { stretchWithin } from './stretchWithin.ts'
import { meantBy, wordsFor } from './synonyms.ts'
import { compared, isTelling } from './template.ts'

/** Of as many letters one may be wrong in one of many copies. */
const lettersPerMistake = 4
/** Letters of the shortest text that says so much that it is known by them. */
const fewestLetters = 6
/** Words of the shortest headline that tells whatever it is made of. */
const fewestWords = 4
/** Words that may stand on either side. */
const mostBeside = 8
/** Letters of a word that two copies may have mistyped, each in its own way. */
const longWord = 5
/** Share of its letters that what was cut off has at least. */
const leastLeft = 0.6

/** What says nothing wherever it is put. */
const filler = /^(?:the|its|an?|now|again|also|today|just)$/
/** Words of those who pass on what others told, and of where they put it. */
const hearsay =
  /^(?:says?|said|reports?|reported|sources?|company|media|writes|updated?|corrected|markets?|stocks|investing|trading)$/
/** What joins a story to what came of it: "Halden falls as Acme cuts dividend". */
const joint =
  /^(?:as|after|before|if|when|while|because|since|despite|amid|on|over|of|for|to|and|but|that|until|by|with)$/

/**
 * Whether a headline tells all that a known one does, mistyped or not, with nothing of markets behind it; or is cut off
 * from it. For stories that so many tell that nobody tells another in the same letters.
 */
export function foundWithin(known: Headline, headline: Headline): boolean {
  if (denyOtherwise(known, headline) || otherDesignations(known, headline)) return false
  const { tokens, given } = headline
  const readings = given === tokens ? [tokens] : [tokens, given]
  // What is left of it may begin another headline, if that is much longer.
  if (known.isCut)
    return (
      known.letters.length >= headline.letters.length * leastLeft &&
      readings.some((reading) => isCutFrom(known.tokens, reading))
    )
  if (headline.isCut && readings.some((reading) => isCutFrom(reading, known.tokens))) return true
  if (breaksOff(tokens, known.tokens)) return true
  if (known.words.length < fewestWords && !known.words.some(isTelling)) return false
  return readings.some(
    (reading) =>
      lettersWithin(known, reading) ||
      (!otherFigures(known.figures, headline.figures) && wordsWithin(known, reading)),
  )
}

function lettersWithin({ letters, tokens: own }: Headline, tokens: readonly string[]): boolean {
  if (letters.length < fewestLetters) return false
  const most = Math.max(2, Math.floor(letters.length / lettersPerMistake))
  const all = tokens.join('')
  const stretch = stretchWithin(letters, all, most)
  if (!stretch) return false
  const text = all.slice(stretch.start, stretch.end)
  if (digitsOf(text) !== digitsOf(letters)) return false
  const before: string[] = []
  const inside: string[] = []
  const behind: string[] = []
  let at = 0
  for (const token of tokens) {
    const middle = at + token.length / 2
    const side = middle < stretch.start ? before : middle > stretch.end ? behind : inside
    side.push(token)
    at += token.length
  }
  if (before.length > mostBeside || behind.length > mostBeside || joint.test(before.at(-1) ?? ''))
    return false
  return !behind.some(addsNews) && stand(own, inside, text) && stand(inside.filter(isKnown), own, letters)
}

function wordsWithin(known: Headline, tokens: readonly string[]): boolean {
  const words = tokens.filter((token) => !small.has(token) && !/^\d/.test(token))
  const stems = words.map((word) => meantBy(stemOf(word)))
  const { common, added, missing } = compared({ words, stems }, known, standsFor)
  return common.length > 1 && missing.length === 0 && added.length <= mostBeside && !added.some(addsNews)
}

/** Whether a word is another with mistakes, or one that desks use for it. */
function standsFor(word: string, other: string): boolean {
  return isMistyped(word, other) || wordsFor(other).some((synonym) => isMistyped(word, synonym))
}

/** Whether a word beside a story may make another of it. */
function addsNews(word: string): boolean {
  return (
    isTelling(word) &&
    !small.has(word) &&
    !joining.has(word) &&
    !publications.has(word) &&
    !hearsay.test(word)
  )
}

/** Whether each of some words is among others, or in their letters, mistyped or not. */
function stand(words: readonly string[], others: readonly string[], text: string): boolean {
  const meanings = others.map(meaning)
  return words.every(
    (word) =>
      word.length < 3 ||
      text.includes(word) ||
      meanings.includes(meaning(word)) ||
      others.some((other) => isMistyped(word, other)) ||
      (word.length >= longWord &&
        (others.some((other) => isMistypedTwice(word, other)) ||
          (stretchWithin(word, text, word.length >> 2) !== undefined &&
            !others.some((other) => isKnown(other) && !words.includes(other))))),
  )
}

/** Whether two words are a third, which each of two copies has mistyped in its own way. */
function isMistypedTwice(word: string, other: string): boolean {
  const most = Math.max(2, word.length >> 2)
  return mistakesBetween(word, other, most) <= most && !areOtherWords(word, other)
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim()
}

/** Whether the words, or those behind what was put before them, are the beginning of others, mistyped or not. */
function isCutFrom(words: readonly string[], others: readonly string[]): boolean {
  const kept = others.filter((word) => !filler.test(word))
  const whole = kept.join('')
  for (let first = 0; first <= mostBeside; first++) {
    const cut = words.slice(first).filter((word) => !filler.test(word))
    const letters = cut.join('')
    const { length } = letters
    if (length < fewestLetters || (first > 0 && length * 2 < whole.length)) return false
    if (isInOtherWords(cut, kept)) return true
    if (length > whole.length) continue
    const most = Math.floor(length / lettersPerMistake)
    const stretch = stretchWithin(letters, whole.slice(0, length + most), most)
    if (!stretch || stretch.start > 1) continue
    const last = cut.at(-1) ?? ''
    const isLast =
      stretchWithin(last, whole.slice(stretch.start, stretch.end), last.length >> 2) !== undefined
    if (isLast && stand(cut.slice(0, -1), kept, whole)) return true
  }
  return false
}

/** Whether the words are the beginning of others, and end in the middle of a word, or beside what joins a clause. */
function breaksOff(words: readonly string[], others: readonly string[]): boolean {
  const cut = words.filter((word) => !filler.test(word))
  const whole = others.filter((word) => !filler.test(word))
  const last = cut.at(-1) ?? ''
  const meant = whole[cut.length - 1] ?? ''
  const isPart = last !== meant && meant.startsWith(last) && !isKnown(last)
  const isClauseLess = joint.test(whole[cut.length] ?? '') && cut.some(isTelling)
  return (
    cut.length > 1 &&
    (isPart || isClauseLess || (joint.test(last) && cut.length < whole.length)) &&
    cut.join('').length >= whole.join('').length * leastLeft &&
    isInOtherWords(cut, whole)
  )
}

/** Whether each word stands for the other in its place, the last for what it begins. */
function isInOtherWords(cut: readonly string[], others: readonly string[]): boolean {
  return cut.every((word, place) => {
    const other = others[place] ?? ''
    if (word === other || standsFor(word, other)) return true
    return place === cut.length - 1 && [other, ...wordsFor(other)].some((meant) => meant.startsWith(word))
  })
}
