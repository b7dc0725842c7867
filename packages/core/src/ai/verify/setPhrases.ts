import { indexOfWhole } from './indexOfWhole.ts'

// Phrases that say something else than their words do. Those with digits carry no amount: names, forms, periods of the year.
// Periods of indicators are allowed as `50-day` only when the metric that the sentence points at has that period in its
// name; see `allowedPhrases`.
const setPhrases = new RegExp(
  `\\b(?:${[
    '(?:S&P|Nasdaq|Russell|FTSE|DAX|Nikkei)[- ](?:[1-6]00|[12]000|40|225)|(?:10|8|6)-[KQ]|20-F|R&D|P/E|B2[BC]',
    '(?:Q[1-4]|H[12]|FY|fiscal)(?: ?20\\d\\d|\\d\\d)?|(?:first|second|third|fourth|half)[- ](?:quarter|half|party|year)',
    '(year|quarter|month|week)[- ]o(?:ver|n)[- ]\\1|(?:top|bottom)[- ]line',
    'double (?:top|bottom)|lower(?= (?:bollinger )?band)|two-sided|one-(?:off|time)',
  ].join('|')})(?!\\w)`,
  'gi',
)

/** Stands for what was taken out of a text. */
const taken = ' • '

/** The text with everything that may stand in it as it is taken out. */
export function maskPhrases(text: string, allowed: readonly string[]): string {
  return maskNames(text, allowed).replace(setPhrases, taken)
}

/** The text with these names taken out. */
export function maskNames(text: string, names: readonly string[]): string {
  let masked = text
  // Longest first, so that `200-day` is not left as `0-day` after `20`.
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (name === '') continue
    let at = indexOfWhole(masked, name, 0)
    while (at >= 0) {
      masked = masked.slice(0, at) + taken + masked.slice(at + name.length)
      at = indexOfWhole(masked, name, at + 3)
    }
  }
  return masked
}
