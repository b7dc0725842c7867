import { isMistyped } from './isMistyped.ts'
import { meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'

type Denying = Pick<Headline, 'stems' | 'denied'>
type Words = Pick<Headline, 'stems' | 'words'>

/** Words of a copy that may be mistyped. */
const mostMistyped = 6
/** Letters of two words that were run together. */
const fewestJoined = 6

/** Stems of a headline that are none of the others. */
export function stemsNotIn({ stems }: Words, others: readonly string[]): string[] {
  return stems.filter((stem) => !others.includes(stem))
}

/** Whether only one of two headlines denies what both tell. */
export function otherDenials(left: Denying, right: Denying): boolean {
  return denies(left, right) !== denies(right, left)
}

function denies({ denied }: Denying, { stems }: Denying): boolean {
  return denied.some((stem) => stems.includes(stem))
}

/** Which stems that only one headline has are mistyped ones that only the other has. */
export function mistypedIn(
  headline: Words,
  own: readonly string[],
  other: Words,
  others: readonly string[],
  isSame = isMistyped,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  if (own.length > mostMistyped || others.length === 0) return pairs
  const free = new Set(others)
  for (const stem of own) {
    const word = wordOf(headline, stem)
    const meant = [...free].find((candidate) => isSame(word, wordOf(other, candidate)))
    if (meant === undefined) continue
    pairs.set(stem, meant)
    free.delete(meant)
  }
  return pairs
}

/** A headline with words apart that were run together, where the other has both: "cutsAcme" in "Acme cuts dividend". */
export function unjoined(headline: Words, other: Words): Words {
  let isJoined = false
  const wordOfStem = new Map<string, string>()
  for (const [place, stem] of headline.stems.entries()) {
    const word = headline.words[place] ?? stem
    const parts = other.stems.includes(stem) ? [] : partsOf(word, other)
    for (const part of parts) wordOfStem.set(other.stems[part] ?? '', other.words[part] ?? '')
    if (parts.length === 0) wordOfStem.set(stem, word)
    else isJoined = true
  }
  return isJoined ? { stems: [...wordOfStem.keys()], words: [...wordOfStem.values()] } : headline
}

/** Places of the two words that were run together; none where it was not so. */
function partsOf(joined: string, { words }: Words): number[] {
  if (joined.length < fewestJoined) return []
  for (const [place, word] of words.entries()) {
    const rest = restOf(joined, word)
    const isRest = (other: string) => isMistyped(other, rest) || meaning(other) === meaning(rest)
    const meant = rest && words.findIndex(isRest)
    if (meant !== '' && meant >= 0) return [place, meant]
  }
  return []
}

function restOf(joined: string, word: string): string {
  if (joined.startsWith(word)) return joined.slice(word.length)
  return joined.endsWith(word) ? joined.slice(0, -word.length) : ''
}

/** The word of a stem, as it stands in the headline. */
export function wordOf({ stems, words }: Words, stem: string): string {
  return words[stems.indexOf(stem)] ?? stem
}
