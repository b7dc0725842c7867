/** A number that stands in a text, as a digit or in words. */
export type FoundNumber = { start: number; text: string }

// Names that carry digits without saying an amount. Periods of indicators are allowed as `50-day` only when the
// metric that the sentence points at has that period in its name; see `allowedPeriods`.
const names = [
  /\bS&P (?:500|400|600|100)\b/g,
  /\bNasdaq[- ]100\b/g,
  /\bRussell (?:1000|2000|3000)\b/g,
  /\bDow 30\b/g,
  /\bFTSE (?:100|250)\b/g,
  /\bNikkei 225\b/g,
  /\bCAC 40\b/g,
  /\bDAX 40\b/g,
  /\bEuro Stoxx (?:50|600)\b/gi,
  /\b(?:10-[KQ]|8-K|20-F|6-K|S-1|13[FDG])\b/g,
  /\bQ[1-4]\b(?: FY\d{2}(?:\d{2})?)?/g,
  /\bH[12]\b/g,
  /\bFY\d{2}(?:\d{2})?\b/g,
]

const units =
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|two|three|four|five|six|seven|eight|nine'
const tens = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety'
const scales = 'hundred|thousand|million|billion|trillion|quadrillion|dozen|score of'
const measured =
  'percent|per cent|percentage|points?|basis|dollars?|cents?|euros?|pounds?|yen|times|fold|pence|bps'

const words = new RegExp(
  [
    `\\b(?:${tens})(?:[- ](?:one|${units}))?\\b`,
    `\\b(?:${units})\\b`,
    `\\b(?:${scales})s?\\b`,
    `\\bzero\\b`,
    `\\bnil\\b`,
    `\\b(?:one|a|an|half a|half an)[- ](?:${scales}|${measured})\\b`,
    `\\b(?:a|one|two|three) (?:half|halves|thirds?|quarters? of|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\\b`,
    `\\b(?:by|than|about|nearly|almost|over|under|of|to|roughly) (?:a )?half\\b`,
    `\\bhalf (?:of|its|the|as)\\b`,
    `\\b(?:halved|halving|halves|doubled|doubles|doubling|tripled|triples|tripling|trebled|trebling|quadrupled|quadrupling|quintupled)\\b`,
    `\\b(?:double|triple|treble|quadruple|twice|thrice)\\b`,
    `\\b\\w*(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|many|several)-?fold\\b`,
    `\\b(?:single|double|triple|mid|low|high)[- ]digits?\\b`,
    `\\b(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?)\\b`,
  ].join('|'),
  'gi',
)

// Digits of every script, and the ideographs that are used as digits, which Unicode counts as letters.
const anyDigit = /[\p{N}〇零一二三四五六七八九十百千万萬億亿兆]/u

// `third quarter` and `first half` name a period.
const fiscalPeriod = /\b(?:first|second|third|fourth) (?:fiscal )?(?:quarter|half)\b/gi

/**
 * Every number in a text that is not part of a name: digits of any script, fractions, Roman numeral signs and
 * numbers in words.
 *
 * @param allowed - Exact phrases that may stay: names with digits, periods of the indicators in question, dates in evidence.
 * @example
 * findNumbers('Up three percent in Q3')[0]?.text // 'three'
 */
export function findNumbers(text: string, allowed: readonly string[] = []): FoundNumber[] {
  const masked = mask(text, allowed)
  const found: FoundNumber[] = []
  // Compatibility forms (`½`, `①`, `Ⅷ`) fold to digits; the fold may change lengths, so it is done a character at a time.
  for (const { 0: character, index } of masked.matchAll(/[0-9]|[^\p{ASCII}]/gu)) {
    if (anyDigit.test(character) || anyDigit.test(character.normalize('NFKC')))
      found.push({ start: index, text: character })
  }
  const folded = masked.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  for (const match of folded.matchAll(words)) found.push({ start: match.index, text: match[0] })
  return found
}

function mask(text: string, allowed: readonly string[]): string {
  let masked = text
  // Longest first, so that `200-day` is not left as `0-day` after `20`.
  for (const phrase of [...allowed].sort((a, b) => b.length - a.length)) {
    if (phrase === '') continue
    let at = indexOfWhole(masked, phrase, 0)
    while (at >= 0) {
      masked = masked.slice(0, at) + '\u0001'.repeat(phrase.length) + masked.slice(at + phrase.length)
      at = indexOfWhole(masked, phrase, at + phrase.length)
    }
  }
  for (const name of [...names, fiscalPeriod])
    masked = masked.replace(name, (match) => '\u0001'.repeat(match.length))
  return masked
}

/** Finds a phrase that is not the inside of a longer word or number. */
function indexOfWhole(text: string, phrase: string, from: number): number {
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + phrase.length] ?? ' '
    const next = text[at + phrase.length + 1] ?? ' '
    const joined = /[\p{L}\p{N}]/u
    if (!joined.test(before) && !joined.test(after) && !(/[.,]/.test(after) && /\p{N}/u.test(next))) return at
  }
  return -1
}
