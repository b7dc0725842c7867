import { isEvent } from './nameOrClause.ts'
import { joining, small, subjects } from './ordinaryWords.ts'
import { stemOf } from './stemOf.ts'
import { meantBy } from './synonyms.ts'

/** Words that are a mistake or two from one another and mean something else, beside those of markets. */
const alike = /* @__PURE__ */ new Set(
  (
    'one two three four five six seven eight nine ten hundred thousand seventh ninth tenth ' +
    'january february march april may june july august september october november december spring summer autumn winter ' +
    'north south east west northern southern eastern western upper inner outer ' +
    'iran iraq austria australia austrian australian niger nigeria slovakia slovenia mali malta bali china chile chad ghana guyana ' +
    'india indiana dublin lublin kiel kiev paris us uk eu uae usa peru cuba korea kenya georgia armenia albania oman jordan ' +
    'import export inflow outflow inbound outbound onshore offshore overweight underweight outperform underperform ' +
    'decrease weaker weaken stronger strengthen bull bear bullish bearish best worst more less few many male female ' +
    'able unable likely unlikely gas oil coal gold lead zinc iron steel steal cash dash test rent vent bond fund land sand ' +
    'men women man woman car cart van pan cat bus plane train brain drain rain'
  )
    .split(' ')
    .map(stemOf),
)

/** What turns a word into its contrary, or into doing it again. */
const turning = /^(?:un|in|im|ir|il|dis|non|re|de|mis|over|under|out)$/

/** A word that a reader of market news knows, and that tells something. */
export function isKnown(word: string): boolean {
  return (
    alike.has(stemOf(word)) ||
    ((subjects.has(word) || isEvent(word)) && !small.has(word) && !joining.has(word))
  )
}

/** Whether two words that look alike are known to mean different things, so that none is the other mistyped: "hires" and "fires". */
export function areOtherWords(word: string, other: string): boolean {
  return (
    isTurned(word, other) ||
    isTurned(other, word) ||
    (isKnown(word) && isKnown(other) && meaning(word) !== meaning(other))
  )
}

/** Whether a word is another behind what turns it: "unstable" and "stable". */
export function isTurned(word: string, other: string): boolean {
  return word.endsWith(other) && turning.test(word.slice(0, word.length - other.length))
}

/** What a word means, whatever its number and tense. */
export function meaning(word: string): string {
  return meantBy(stemOf(stemOf(word)))
}
