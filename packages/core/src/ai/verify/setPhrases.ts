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
const taken = '•'

/** The text with everything that may stand in it as it is taken out, and what has a sign for its name. */
export function maskPhrases(text: string, allowed: readonly string[] = []): string {
  return wholeReplacer(allowed)(text.replace(/\p{Co}/gu, taken)).replace(setPhrases, ` ${taken} `)
}

/**
 * What puts signs in the place of phrases that are not the inside of a longer word or number. Long ones come first, so that `200-day` is
 * not left as `0-day` after `20`.
 */
export function wholeReplacer(
  phrases: readonly string[],
  signs?: ReadonlyMap<string, string>,
): (text: string) => string {
  const patterns = [taken, ...phrases]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    // `long term debt` is written `Long-term debt`.
    .map((phrase) => phrase.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&').replace(/ /g, '[ -]'))
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
    signs ? 'gu' : 'giu',
  )
  return (text) => text.replace(whole, (phrase) => ` ${signs?.get(phrase) ?? taken} `)
}
