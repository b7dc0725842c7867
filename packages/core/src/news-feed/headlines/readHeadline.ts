import { cleanText } from '../../provider/news/cleanText.ts'
import { type BareHeadlineOptions, bareHeadline } from './bareHeadline.ts'
import { type Figure, readFigures } from './figures.ts'
import { type LetterSketch, sketchOf } from './letterSketch.ts'
import { isName, partsOf, tells } from './nameOrClause.ts'
import { denials, particles, small } from './ordinaryWords.ts'
import { plainLetters } from './plainLetters.ts'
import { spelledForms } from './spelledForms.ts'
import { stemOf } from './stemOf.ts'
import { meantBy } from './synonyms.ts'
import { type WordSketch, wordSketchOf } from './wordSketch.ts'

/** A headline as copies are told by. */
export type Headline = {
  /** What it says, without what passing it on has added. */
  text: string
  /** Its words that carry meaning, in order, in lower case and without accents. */
  words: readonly string[]
  /** Of each, what number and tense leave; none twice. */
  stems: readonly string[]
  figures: readonly Figure[]
  /** Of its stems those that a denial turns into their contrary: "not good" behind a headline turns none of its own. */
  denied: readonly string[]
  /** It ends in the middle: `Acme cuts divi...` */
  isCut: boolean
  /** All of its words and figures, as they stand. */
  tokens: readonly string[]
  /** The same without blanks. */
  letters: string
  /** The letters of the whole title: a sign that was mistyped parts it elsewhere. Empty where it has none. */
  whole: string
  /** All that the title has, where that is more than `tokens`. */
  given: readonly string[]
  sketch: LetterSketch
  /** The same of all that is given. */
  givenSketch: LetterSketch
  wordSketch: WordSketch
}

const longest = 1_000
/** What is looked at: markup and hidden signs take room, and a title of megabytes is none. */
const longestInput = 8_000
/** The ticker of who was just named; behind a day stands who told it. */
const ticker = /(?<!\d)\s\((?:[A-Za-z]{2,8}:\s?)?[A-Z][A-Z\d.=-]{0,9}\)(?=\s)/g

/** Reads a headline, in whatever markup, case and letters it comes. */
export function readHeadline(title: string, options: BareHeadlineOptions): Headline {
  // What a page shows is what counts: a copy may hide signs between letters, or write them as entities.
  const raw = title.slice(0, longestInput)
  const clean = isPlain(raw) && !/[&<]/.test(raw) ? raw : plainLetters(cleanText(raw, longest))
  const shown = clean.replace(/\s+/g, ' ')
  const { told, isCut } = beforeEllipsis(shown)
  const text = bareHeadline(told.replace(ticker, ''), options)
  const words: string[] = []
  const stems: string[] = []
  let deniedFrom = Number.POSITIVE_INFINITY
  const lower = spelledOut(text)
  for (const word of wordsOf(lower)) {
    if (denials.has(word)) deniedFrom = Math.min(deniedFrom, particles.has(word) ? stems.length : 0)
    if (small.has(word)) continue
    const stem = meantBy(stemOf(word))
    if (stems.includes(stem)) continue
    stems.push(stem)
    words.push(word)
  }
  const tokens = tokensOf(spelledForms(lower))
  const letters = tokens.join('')
  const untagged = told.replace(tag, '')
  const given = text === untagged ? tokens : tokensOf(spelledForms(spelledOut(untagged)))
  const sketch = sketchOf(letters)
  return {
    text,
    words,
    stems,
    figures: readFigures(text),
    denied: stems.slice(deniedFrom),
    isCut,
    tokens,
    letters,
    whole: text === shown ? letters : tokensOf(spelledForms(spelledOut(shown))).join(''),
    given,
    sketch,
    givenSketch: given === tokens ? sketch : sketchOf(given.join('')),
    wordSketch: wordSketchOf(tokens),
  }
}

/** Where a text breaks off: at its end, behind the first half of a word or a few signs, or before what was added to it. */
const ellipsis = /(?<=[\p{L}\p{N}][^\p{L}\p{N}]{0,3})\s?[[(]?(?:\.\.\.|…)(.*)$|(?<=\p{L}{2})-$/u
/** A tag behind the first word. */
const tag = /\s#\p{L}[\p{L}\p{N}_]*/gu

/** Words that may stand behind it. */
const mostBehind = 3
/** Publishers and sections: " - Gazette | Markets". */
const aside = /^[\s"'”’)\]]*[-–—|·:([]/u
const seam = /\s[-–—|·:]\s|[([]/u
/** What names no one and tells nothing: a tag, an address, a counter. */
const sign = /\S*[#@/.\d]\S*/g

function beforeEllipsis(shown: string): { told: string; isCut: boolean } {
  const found = ellipsis.exec(shown)
  if (!found) return { told: shown, isCut: false }
  const { index, 1: rest = '' } = found
  const behind = partsOf(rest.replace(sign, '')).length
  const before = partsOf(shown.slice(0, index)).length
  const parts = rest.split(seam)
  const isAside =
    (aside.test(rest) || partsOf(parts[0] ?? '').length < before) &&
    parts.every((part) => partsOf(part).length <= mostBehind && (isName(part, true) || !tells(part)))
  if (!isAside && (behind > mostBehind || behind >= before)) return { told: shown, isCut: false }
  return { told: shown.slice(0, index), isCut: true }
}

const plainWord = /[a-z][a-z\d]*|\d+(?=[a-z]{4})/g
const anyWord = /\p{L}[\p{L}\p{N}]*|(?<![\p{N}.,])\p{N}+(?=\p{L}{4,})/gu

/** A figure in the place of a letter: "d1vidend". */
const hiddenLetter = /(?<=\p{L})[013457](?=\p{L})/gu
const letterLike: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }
/** No word has a letter three times in a row; "Phase III" is none. */
const drawnOut = /(\p{L})\1\1+/u

/** In lower case, without what hides a letter. */
function spelledOut(text: string): string {
  const lower = text
    .toLowerCase()
    .replace(/['’](?:s(?!\p{L}))?/gu, '')
    .replace(/(?<=\p{L}{3})(?=\d+[.,]\d)/gu, ' ')
    .replace(hiddenLetter, (figure) => letterLike[figure] ?? figure)
  return drawnOut.test(lower) ? lower.replace(/\p{L}{5,}/gu, (word) => word.replace(drawnOut, '$1')) : lower
}

function wordsOf(lower: string): string[] {
  return lower.match(isPlain(lower) ? plainWord : anyWord) ?? []
}

function tokensOf(lower: string): string[] {
  return lower.match(isPlain(lower) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

/** Whether all of it is ASCII, as most headlines are. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}
