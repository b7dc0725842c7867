import type { Claim } from '../claims/claim.ts'
import type { Bound } from './checkComparison.ts'
import { type Token, valueMark } from './readTokens.ts'
import type { Note } from './violation.ts'

// What joins a slot to make another number of it: a sign (`-{a}`), a digit or a fraction (`{a}.{b}`), a scale (`{a}k`), the parentheses of a
// loss (`({a})`). A dash between two slots makes a range.
const joined =
  /[^\s("'‘“}–—-]\{\}|(?<!\})[-–]\{\}|(?:^|[^}][\s(])[-–] \{\}|\(\{\}\)|\{\}[^\s.,:;!?)"'’”–—-]|\ba quarter of /

/**
 * Whether the words around the slots leave the numbers what they are.
 *
 * @param bare - The text with `{}` in the place of each value.
 * @param tokens - The same without what may stand in it by name.
 */
export function checkWording(
  { text, comparisons }: Claim,
  bare: string,
  tokens: readonly Token[],
  bound: ReadonlyMap<string, Bound>,
  note: Note,
): void {
  const mark = joined.exec(bare)?.[0]
  if (mark) note('number-in-prose', mark)
  for (const { slot, value } of bound.values()) {
    // `Lost {a}` says it; `at {a}, below {b}` does not.
    const place = `{${slot.name}}`
    const isSaid = comparisons.some((one) => one.left === slot.name && !one.right)
    if (slot.magnitude && value < 0 && !isSaid && text.includes(place)) note('hidden-sign', place)
  }

  tokens.forEach(({ text, kind, part }, index) => {
    // What may be is an event on a day or near a level (`will report on {}`), and not the value itself.
    if (
      part.hasSlot &&
      (kind === 'not' ||
        (kind === 'modal' && tokens[index - 1]?.text !== valueMark && !/ (?:on|near) \{\}/.test(bare)))
    )
      note('turned-statement', text)
  })
}
