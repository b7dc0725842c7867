import { cleanText } from '../../provider/news/cleanText.ts'
import { type BareHeadlineOptions, bareHeadline } from './bareHeadline.ts'
import { type Figure, readFigures } from './figures.ts'
import { denials, small } from './ordinaryWords.ts'

/** A headline as copies are told by. */
export type Headline = {
  /** What it says, without what passing it on has added. */
  text: string
  /** Its words that carry meaning, in order, in lower case and without accents. */
  words: readonly string[]
  /** Of each, what number and tense leave; none twice. */
  stems: readonly string[]
  figures: readonly Figure[]
  isDenied: boolean
  /** It ends in the middle: `Acme cuts divi...` */
  isCut: boolean
}

const longest = 1_000
/** What is looked at: markup and hidden signs take room, and a title of megabytes is none. */
const longestInput = 8_000
/** The ticker of who was just named. */
const ticker = /\s\((?:[A-Za-z]{2,8}:\s?)?[A-Z][A-Z\d.=-]{0,9}\)(?=\s)/g

/** Reads a headline, in whatever markup, case and letters it comes. */
export function readHeadline(title: string, options: BareHeadlineOptions): Headline {
  // What a page shows is what counts: a copy may hide signs between letters, or write them as entities.
  const given = title.slice(0, longestInput)
  const shown = !isPlain(given) || /[&<]/.test(given) ? cleanText(given, longest).normalize('NFKC') : given
  const text = bareHeadline(shown.replace(ticker, ''), options)
  const words: string[] = []
  const stems: string[] = []
  let isDenied = false
  for (const word of wordsOf(text)) {
    if (denials.has(word)) isDenied = true
    if (small.has(word)) continue
    const stem = stemOf(word)
    if (stems.includes(stem)) continue
    stems.push(stem)
    words.push(word)
  }
  return { text, words, stems, figures: readFigures(text), isDenied, isCut: cut.test(shown) }
}

/** Where a text breaks off. */
const cut = /\p{L}(?:\.\.\.|…)[\s)\]]*$/u
const plainWord = /[a-z][a-z\d]*|\d+(?=[a-z]{4})/g
const anyWord = /\p{L}[\p{L}\p{N}]*|(?<![\p{N}.,])\p{N}+(?=\p{L}{4,})/gu

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase().replace(/['’](?:s(?!\p{L}))?/gu, '')
  return (
    (isPlain(lower)
      ? lower.match(plainWord)
      : lower.normalize('NFKD').replace(/\p{M}/gu, '').match(anyWord)) ?? []
  )
}

/** Whether all of it is ASCII, as most headlines are. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text)
}

/** Without what number and tense add: "cuts", "cut" and "cutting" are one. */
function stemOf(word: string): string {
  if (word.length < 4) return word
  let stem = word
  if (stem.endsWith('ies') || stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`
  else if (stem.endsWith('s') && !stem.endsWith('ss') && !stem.endsWith('us')) stem = stem.slice(0, -1)
  if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2)
  else if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3)
  if (stem.endsWith('e')) return stem.slice(0, -1)
  const last = stem.charAt(stem.length - 1)
  return last === stem.charAt(stem.length - 2) && !'aeiouls'.includes(last) ? stem.slice(0, -1) : stem
}
