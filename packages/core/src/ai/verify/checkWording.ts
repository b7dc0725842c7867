import type { Claim } from '../claims/claim.ts'
import type { Bound } from './checkComparison.ts'
import type { ViolationKind } from './violation.ts'
import { kindOf } from './vocabulary.ts'

type Note = (kind: ViolationKind, detail: string) => void

// What joins a slot to make another number of it: a sign (`-{a}`), a digit or a fraction (`{a}.{b}`), a scale (`{a}k`). A dash
// between two slots makes a range.
const joined = /[^\s("'‘“}–—-]\{\}|(?<!\})[-–]\{\}|(?:^|[^}][\s(])[-–] \{\}|\{\}[^\s.,:;!?)"'’”–—-]/
const behind = /\{\}[\s–—-]+(?:(?:an?|each|per|in|on|before|after|net of) )?([a-z]+)/gi
// Words that turn round or suspend what is said of a number in the same clause.
/** Turns round what is compared. */
export const negation = /\b(?:not?|never|neither|nor|without|cannot)\b/i
const turned =
  /\b(?:not?|nor|never|neither|without|cannot|if|unless|will|would|could|should|might|may|can|must)\b[^,;:()]*\{\}|\{\}[^,;:()]*\b(?:not|never)\b/i
const equated =
  /\{\}(?:(?! and | while | but )[^,;:{}])*\b(?:is|are|was|were|between)\b(?:(?! and | while | but )[^,;:{}])*\{\}/

/**
 * Whether the words around the slots leave the numbers what they are, and compare none that the claim does not declare.
 *
 * @param bare - The text with `{}` in the place of each value.
 * @param masked - The same without what may stand in it by name.
 */
export function checkWording(
  { text, comparisons }: Claim,
  bare: string,
  masked: string,
  bound: ReadonlyMap<string, Bound>,
  note: Note,
): void {
  const mark = joined.exec(bare)?.[0]
  if (mark) note('number-in-prose', mark)
  for (const [, word = ''] of masked.matchAll(behind))
    if (kindOf(word.toLowerCase()) === 'counted') note('number-in-prose', word)
  if (turned.test(masked)) note('turned-statement', '')

  const declared = new Set(comparisons.flatMap(({ left, right }) => [left, right]))
  const shown = [...bound.values()].filter(
    ({ slot: { name } }) => text.includes(`{${name}}`) && !declared.has(name),
  )
  for (const { slot, value } of shown) if (slot.magnitude && value < 0) note('hidden-sign', `{${slot.name}}`)
  const isPaired = shown.some(({ slot, unit }) =>
    [...bound.values()].some((other) => other.slot !== slot && other.unit === unit),
  )
  const relating =
    isPaired &&
    (equated.exec(masked)?.[0] ??
      masked.match(/[a-z]+/gi)?.find((word) => kindOf(word.toLowerCase()) === 'loose'))
  if (relating) note('undeclared-comparison', relating)
}
