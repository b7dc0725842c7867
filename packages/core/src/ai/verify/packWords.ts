import { knownWords } from './draftWords.ts'
import { kinds, placeOf, signs, stemOf } from './vocabulary.ts'
import { words } from './words.ts'

/**
 * The vocabulary as it is shipped: the place of each stem in a table of hashes, as the steps from one to the next, and a sign where it is
 * not plain. That takes a third of what the words would. The table takes some words that it does not hold for such that it does: of many
 * seeds the one is taken that does so for the fewest of these.
 *
 * @param others - Words that are in no list, and should be in none.
 */
export function packWords(lists: Readonly<Record<string, string>> = words, others = knownWords) {
  const entries = entriesOf(lists)
  const stems = [...new Set(others.trim().split(/\s+/).map(stemOf))].filter((stem) => !entries.has(stem))
  const size = (entries.size * rarity) | 1
  let best: { seed: number; places: Map<number, number>; taken: number } | undefined
  for (let seed = 1; seed <= seeds; seed++) {
    const places = new Map([...entries].map(([entry, kind]) => [placeOf(entry, seed, size), kind]))
    if (places.size < entries.size) continue
    const taken = stems.filter((stem) => places.has(placeOf(stem, seed, size))).length
    if (taken < (best?.taken ?? Number.POSITIVE_INFINITY)) best = { seed, places, taken }
  }
  if (!best) throw new Error('Every seed puts two words in one place.')
  return { packed: pack(best.places), seed: best.seed, size }
}

/** Of how many words that are in no list one is taken for such. */
const rarity = 128
const seeds = 2_000

/** The kinds of the words by their stems. */
function entriesOf(lists: Readonly<Record<string, string>>): Map<string, number> {
  const entries = new Map<string, number>()
  for (const [kind, list] of Object.values(lists).entries())
    for (const word of list.trim().split(/\s+/)) entries.set(stemOf(word), kind)
  return entries
}

function pack(places: ReadonlyMap<number, number>): string {
  let before = 0
  let packed = ''
  const most = signs.length - kinds.length - 1
  for (const [place, kind] of [...places].sort(([a], [b]) => a - b)) {
    let step = place - before
    before = place
    for (; step > most; step -= most) packed += signs.charAt(signs.length - 1)
    packed += signs.charAt(kinds.length + step - 1) + (kind === 0 ? '' : signs.charAt(kind - 1))
  }
  return packed
}
