import { taken } from './wholeReplacer.ts'

// Phrases that say something else than their words do. Those with digits carry no amount: names, forms, periods of the year.
// Periods of indicators are allowed as `50-day` only when the metric that the sentence points at has that period in its
// name; see `allowedPhrases`.
const setPhrases =
  /\b(?:(?:S&P|Nasdaq|Russell)[- ](?:[1-6]00|[12]000)|(?:10|8|6)-[KQ]|R&D|P\/E|B2[BC]|(?:Q[1-4]|H[12]|FY|fiscal)(?: ?20\d\d|\d\d)?|(?:first|second|third|fourth|half)[- ](?:quarter|half|party|year)|(year|quarter|month|week)[- ]o(?:ver|n)[- ]\1|(?:top|bottom)[- ]line|double (?:top|bottom)|lower(?= (?:bollinger )?band)|two-sided|one-(?:off|time))(?!\w)/gi

/**
 * The text with everything that may stand in it as it is taken out, and what has a sign for its name.
 *
 * @param masks - Take out what else may stand there.
 */
export function maskPhrases(text: string, masks: Iterable<(text: string) => string> = []): string {
  let masked = text.replace(/[\ue000-\uf8ff]/g, taken)
  for (const mask of masks) masked = mask(masked)
  return masked.replace(setPhrases, ` ${taken} `)
}
