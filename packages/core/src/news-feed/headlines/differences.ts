import { isMistyped } from './isMistyped.ts'
import type { Headline } from './readHeadline.ts'

type Denying = Pick<Headline, 'stems' | 'denied'>
type Words = Pick<Headline, 'stems' | 'words'>

/** Words of a copy that may be mistyped. */
const mostMistyped = 6

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
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  if (own.length > mostMistyped || others.length === 0) return pairs
  const free = new Set(others)
  for (const stem of own) {
    const word = wordOf(headline, stem)
    const meant = [...free].find((candidate) => isMistyped(word, wordOf(other, candidate)))
    if (meant === undefined) continue
    pairs.set(stem, meant)
    free.delete(meant)
  }
  return pairs
}

/** The word of a stem, as it stands in the headline. */
export function wordOf({ stems, words }: Words, stem: string): string {
  return words[stems.indexOf(stem)] ?? stem
}
