import { areAlternates } from './alternates.ts'
import { denyOtherwise } from './denyOtherwise.ts'
import { otherFigures } from './figures.ts'
import type { Headline } from './readHeadline.ts'
import { standsFor } from './standFor.ts'
import { compared, isTelling } from './template.ts'

/**
 * Whether a headline tells of markets what a known one does not: "Acme cuts dividend forecast" of "Acme cuts dividend". What is
 * mistyped, cut off or said in the words of another desk is no more.
 */
export function tellsMore(headline: Headline, known: Headline): boolean {
  return (
    compared(headline, known, mayStandFor).added.some(isTelling) ||
    otherFigures(known.figures, headline.figures) ||
    denyOtherwise(known, headline)
  )
}

function mayStandFor(word: string, other: string): boolean {
  return areAlternates(word, other) || standsFor(word, other)
}
