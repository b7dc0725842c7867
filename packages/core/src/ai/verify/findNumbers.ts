import { foldProse } from './foldProse.ts'
import { indexOfWhole } from './indexOfWhole.ts'

// Names that carry digits without saying an amount, and periods of the year. Periods of indicators are allowed as `50-day`
// only when the metric that the sentence points at has that period in its name; see `allowedPhrases`.
const names =
  /\b(?:(?:S&P|Nasdaq|Russell|FTSE|DAX|Nikkei)[- ](?:[1-6]00|[12]000|40|225)|(?:10|8|6)-K|10-Q|20-F|Q[1-4](?: FY\d\d(?:\d\d)?)?|H[12]|FY\d\d(?:\d\d)?|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ](?:fiscal[- ])?(?:quarter|half)|[Hh]alf[- ]year(?:ly)?|[Tt]hird[- ]part(?:y|ies))\b/g

// Numbers in words, in the languages that models know best. Prefixes take their compounds along (`fourteen`, `sixties`,
// `zweihundert`); words that mean something else in English are left to the percent signs and units around them.
const words = new RegExp(
  `\\d+|\\b(?:${[
    '(?:two|three|four|five|six|seven|eight|nine|eleven|twel[fv]|twent[iy]|thirt|forty|forties|fift|\\w*(?:hundred|thousand|illion|dozen|lakh)|zero)\\w*',
    'ten(?:s|ths?|-?bagger)?|(?:mid)?teens?|nil|[vx]*i{2,3}|x*i[vx]|twice|thrice|a couple|(?:couple|pair|score)s? of|(?!un|mani|blind|scaf)\\w{2,}-?fold',
    '(?:re)?doubl(?:e[ds]?|y|ing)|tr[ie][pb]l(?:e[ds]?|ing)|\\w+[rt]upl\\w+|halv(?:e[ds]?|ing)|half(?:way)?|mid(?:way|point)|digits?|quartile|percentile|thirds?',
    '(?:a|one|by) quarter (?:of|more|less|higher|lower)|by (?:a|one) quarter|decades?|centur(?:y|ies)|second (?:straight|consecutive|successive|time)',
    '(?:by|up|down|about|nearly|almost|exactly|over|under|plus|minus|than|point|number) one|one (?:per|point|basis|times|day|week|month|year|session|share|euro|dollar|cent|pound)s?',
    'percent|per cent|(?:percentage|basis) points?|bps|prozent\\w*|pour ?cent|por ?ciento',
    '(?:zwei|drei|vier|fu?e?nf|sechs|sieb|acht|neun|zehn|zwoe?lf|hundert|tausend|verdoppel|milliard)\\w*|doppelt|halb|ha?e?lfte',
    'deux|trois|quatre|cinq|huit|neuf|dix|(?:on|dou|trei|quator|quin)ze|vingt|trente|(?:quar|cinqu|soix)ante|moitie',
  ].join('|')})\\b`,
  'gi',
)

// Roman numerals of two signs and more. CCI is an indicator, and the only abbreviation of the trade among them.
const roman = /\b(?!CCI\b)(?=[IVX]{2}|[IVXLCDM]{3})M*(?:C[MD]|D?C*)(?:X[CL]|L?X*)(?:I[XV]|V?I*)(?!\w)/g

/**
 * Every number in a text that is not part of a name: digits of any script, fractions, Roman numerals, percent words and
 * numbers in words.
 *
 * @param allowed - Exact phrases that may stay: names with digits, periods of the indicators in question.
 * @example
 * findNumbers('Up three percent in Q3') // ['three', 'percent']
 */
export function findNumbers(text: string, allowed: () => readonly string[] = () => []): string[] {
  if (numbersIn(text).length === 0) return []
  return numbersIn(maskNames(text, allowed()))
}

function numbersIn(text: string): string[] {
  const folded = foldProse(text)
  const found = [...(folded.match(words) ?? []), ...(folded.match(roman) ?? [])]
  // Some signs for numbers fold to letters (`Ⅹ`), or to nothing plain at all.
  return folded === text ? found : found.concat(text.match(/\p{N}+/gu) ?? [])
}

/** The text with everything that may stand in it as it is taken out. */
export function maskNames(text: string, allowed: readonly string[]): string {
  return maskPhrases(text, allowed).replace(names, ' , ')
}

/** The text with these phrases taken out. */
export function maskPhrases(text: string, phrases: readonly string[]): string {
  let masked = text
  // Longest first, so that `200-day` is not left as `0-day` after `20`.
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    if (phrase === '') continue
    let at = indexOfWhole(masked, phrase, 0)
    while (at >= 0) {
      masked = `${masked.slice(0, at)} , ${masked.slice(at + phrase.length)}`
      at = indexOfWhole(masked, phrase, at + 3)
    }
  }
  return masked
}
