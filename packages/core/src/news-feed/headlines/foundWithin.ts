import {
  breaksOff,
  fewestLetters,
  isCutFrom,
  joint,
  leastLeft,
  lettersPerMistake,
  mostBeside,
} from './cutFrom.ts'
import { denyOtherwise } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { otherFigures } from './figures.ts'
import { isCutBeforeDenial } from './isCutBeforeDenial.ts'
import { looksAlike } from './letterSketch.ts'
import { joining, publications, small } from './ordinaryWords.ts'
import { isKnown } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { stand, standsFor } from './standFor.ts'
import { stemOf } from './stemOf.ts'
import { stretchWithin } from './stretchWithin.ts'
import { meantBy } from './synonyms.ts'
import { compared, isTelling } from './template.ts'

/** Words of the shortest headline that tells whatever it is made of. */
const fewestWords = 4
/** Words of it that a copy may have mistyped, or put others for. */
const mostChanged = 3

/** Words of those who pass on what others told, and of where they put it. */
const hearsay =
  /^(?:says?|said|reports?|reported|sources?|company|media|writes|updated?|corrected|markets?|stocks|investing|trading)$/

/**
 * Whether a headline tells all that a known one does, mistyped or not, with nothing of markets behind it; or is cut off
 * from it. For stories that so many tell that nobody tells another in the same letters.
 *
 * @param isByLetters - Whether letters are compared, which takes most of the time, or words alone.
 */
export function foundWithin(known: Headline, headline: Headline, isByLetters = true): boolean {
  const readings = readingsOf(known, headline, isByLetters)
  const isSaid = readings.some((one) => breaksOff(one.tokens, known.tokens) || tellsAll(known, headline, one))
  return (
    isSaid &&
    (!denyOtherwise(known, headline) || isCutBeforeDenial(known, headline)) &&
    !otherDesignations(known, headline)
  )
}

type Reading = { tokens: readonly string[]; isAlike: boolean }

/** What a headline may tell: all of it, and that without what passing it on has added. */
function readingsOf({ sketch }: Headline, headline: Headline, isByLetters: boolean): readonly Reading[] {
  const { tokens, given } = headline
  const bare = { tokens, isAlike: isByLetters && looksAlike(sketch, headline.sketch) }
  if (given === tokens) return [bare]
  return [bare, { tokens: given, isAlike: isByLetters && looksAlike(sketch, headline.givenSketch) }]
}

/** Letters are compared only where there are likely enough the same ones, which is told quickly. */
function tellsAll(known: Headline, headline: Headline, { tokens, isAlike }: Reading): boolean {
  // What is left of it may begin another headline, if that is much longer.
  if (known.isCut)
    return (
      isAlike &&
      known.letters.length >= headline.letters.length * leastLeft &&
      isCutFrom(known.tokens, tokens)
    )
  if (isAlike && headline.isCut && isCutFrom(tokens, known.tokens)) return true
  if (known.words.length < fewestWords && !known.words.some(isTelling)) return false
  return (isAlike && lettersWithin(known, tokens)) || wordsWithin(known, headline, tokens)
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

function wordsWithin(known: Headline, { figures }: Headline, tokens: readonly string[]): boolean {
  const words = tokens.filter((token) => !small.has(token) && !/^\d/.test(token))
  const stems = words.map((word) => meantBy(stemOf(word)))
  const kept = known.stems.filter((stem) => stems.includes(stem))
  if (kept.length === 0 || kept.length < known.stems.length - mostChanged) return false
  const { common, added, missing } = compared({ words, stems }, known, standsFor)
  return (
    common.length > 1 &&
    missing.length === 0 &&
    added.length <= mostBeside &&
    !added.some(addsNews) &&
    !otherFigures(known.figures, figures)
  )
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

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim()
}
