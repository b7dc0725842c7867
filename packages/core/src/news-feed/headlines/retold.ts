import { alternatesFor, areAlternates } from './alternates.ts'
import { breaksOff, isCutFrom, isTold } from './cutFrom.ts'
import { denyOtherwise } from './denyOtherwise.ts'
import { otherDesignations } from './designations.ts'
import { otherFigures } from './figures.ts'
import { isFiller } from './isFiller.ts'
import { isMistyped } from './isMistyped.ts'
import { isMistypedCopy } from './mistypedCopy.ts'
import { isKnown } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { commonIn } from './wordSketch.ts'

/** Words of which a desk may put others for its own. */
const mostReplaced = 2
/** Words beside these that a copy may have mistyped. */
const mostMistyped = 2
/** Letters of a word that is known for another's alternate though it is mistyped, and of which a beginning is left. */
const [longWord, shortestBeginning] = [5, 3]

/**
 * Whether a headline tells what a known one does in the words of another desk, with nothing beside it: mistyped or not, in
 * full or cut off. For stories that so many tell that nobody tells another in the rest of their words.
 */
export function retold(known: Headline, headline: Headline): boolean {
  if (!mayBeRetold(known, headline)) return false
  const told = inWordsOf(known.tokens, headline)
  if (!told || denyOtherwise(known, headline) || otherFigures(known.figures, headline.figures)) return false
  if (otherDesignations(known, headline)) return false
  const whole = known.tokens.filter((token) => !isFiller(token))
  return (
    isMistypedCopy(lettersOf(told), lettersOf(whole)) ||
    isMistypedCopy(lettersOf(told.filter(isTold)), lettersOf(whole.filter(isTold))) ||
    (headline.isCut && isCutFrom(told, whole)) ||
    breaksOff(told, whole)
  )
}

/** Whether about half of the words may be the same ones, in a headline that is no longer: told quickly. */
function mayBeRetold(known: Headline, { tokens, wordSketch }: Headline): boolean {
  const { length } = tokens
  if (length > known.tokens.length + mostReplaced || length * 3 < known.tokens.length) return false
  return commonIn(wordSketch, known.wordSketch) * 2 >= length - mostReplaced
}

/** The words of a headline, with those of the known one in the place of their alternates; nothing if there are none or too many. */
function inWordsOf(known: readonly string[], { tokens, isCut }: Headline): string[] | undefined {
  const told = tokens.filter((token) => !isFiller(token))
  const others = told.filter((token) => !known.includes(token))
  if (others.length > mostReplaced + mostMistyped) return undefined
  const free = known.filter((token) => !tokens.includes(token))
  const meant = new Map<string, string>()
  for (const token of others) {
    const isLast = token === told.at(-1) && (isCut || !isKnown(token))
    const place = free.findIndex((own) => mayStandFor(token, own, isLast))
    const [own] = place < 0 ? [] : free.splice(place, 1)
    if (own !== undefined) meant.set(token, own)
  }
  if (meant.size === 0 || meant.size > mostReplaced) return undefined
  return told.map((token) => meant.get(token) ?? token)
}

function mayStandFor(token: string, own: string, isBeginning: boolean): boolean {
  if (areAlternates(token, own)) return true
  if (token.length < (isBeginning ? shortestBeginning : longWord)) return false
  return alternatesFor(own).some((word) => isMistyped(token, word) || (isBeginning && word.startsWith(token)))
}

function lettersOf(tokens: readonly string[]) {
  return { tokens, letters: tokens.join('') }
}
