/** Stands for a date, and for what was taken out of a text. */
export const taken = '~'

// What belongs to a word, digits and letters of any script: all but plain signs, spaces and the punctuation of texts. Naming the letters
// of all scripts would take a hundred times as long.
const letter = '[^ -/:-@[-`{-~\\s‐-‧]'

/**
 * What puts signs in the place of phrases that are not the inside of a longer word or number. Long ones come first, so that `200-day` is
 * not left as `0-day` after `20`.
 *
 * @param signs - Of phrases that are written in no other case. @default one for all, in any case
 */
export function wholeReplacer(
  phrases: Iterable<string>,
  signs?: ReadonlyMap<string, string>,
): (text: string) => string {
  const patterns = [taken, ...phrases]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    // `long term debt` is written `Long-term debt`.
    .map((phrase) => phrase.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&').replace(/ /g, '[ -]'))
  const whole = new RegExp(`(?<!${letter})(?:${patterns.join('|')})(?!${letter}|[.,]\\d)`, signs ? 'g' : 'gi')
  return (text) => text.replace(whole, (phrase) => ` ${signs?.get(phrase) ?? taken} `)
}
