import { stemsNotIn } from './differences.ts'
import { isMistypedCopy } from './mistypedCopy.ts'
import type { Headline } from './readHeadline.ts'

/** Stems of the longest headline that is short. */
const mostShort = 6
/** Words of the shortest headline that is known to be another's without what was added. */
const fewest = 4

/** Whether a copy is without what the known one has beside the story. */
export function isBarer(headline: Headline, known: Headline): boolean {
  if (headline.isCut || headline.stems.length < fewest || headline.stems.length >= known.stems.length)
    return false
  return differences(headline, known) === 0
}

/** Whether a copy is the known one with mistakes: a short headline takes no other difference for the same. */
export function isMistypedOf(headline: Headline, known: Headline): boolean {
  if (headline.tokens.join(' ') !== known.tokens.join(' ') && isMistypedCopy(headline, known)) return true
  const { length } = headline.stems
  return length === known.stems.length && length <= mostShort && differences(headline, known) > 0
}

function differences(headline: Headline, known: Headline): number {
  return stemsNotIn(headline, known.stems).length
}
