import type { Claim } from '../claims/claim.ts'
import type { Bound } from './checkComparison.ts'
import { type Token, valueMark } from './readTokens.ts'
import type { ViolationKind } from './violation.ts'

type Note = (kind: ViolationKind, detail: string) => void

// What joins a slot to make another number of it: a sign (`-{a}`), a digit or a fraction (`{a}.{b}`), a scale (`{a}k`). A dash
// between two slots makes a range.
const joined = /[^\s("'‘“}–—-]\{\}|(?<!\})[-–]\{\}|(?:^|[^}][\s(])[-–] \{\}|\{\}[^\s.,:;!?)"'’”–—-]/

/**
 * Whether the words around the slots leave the numbers what they are, and relate none that the claim does not compare.
 *
 * @param bare - The text with `{}` in the place of each value.
 * @param tokens - The same without what may stand in it by name.
 * @param shown - Names of the slots in the order of their places.
 */
export function checkWording(
  { text, comparisons }: Claim,
  bare: string,
  tokens: readonly Token[],
  shown: readonly string[],
  bound: ReadonlyMap<string, Bound>,
  note: Note,
): void {
  const mark = joined.exec(bare)?.[0]
  if (mark) note('number-in-prose', mark)
  const declared = new Set(comparisons.flatMap(({ left, right }) => [left, right]))
  for (const { slot, value } of bound.values())
    if (slot.magnitude && value < 0 && !declared.has(slot.name) && text.includes(`{${slot.name}}`))
      note('hidden-sign', `{${slot.name}}`)

  let place = -1
  let isSupposed = false
  // Whether what stands between two values of one unit, which no comparison joins, could relate them.
  let isPair = false
  tokens.forEach((token, index) => {
    const { text, lower, kind, part } = token
    const next = tokens[index + 1]
    if (text === valueMark) {
      place++
      const [name = '', following = ''] = shown.slice(place)
      const unit = bound.get(name)?.unit
      isPair = unit === bound.get(following)?.unit && !(declared.has(name) && declared.has(following))
      const behind =
        tokens[
          index +
            (/^(?:an?|per|in|on|before|after|excluding|including)$/.test(next?.lower ?? '')
              ? 2
              : next?.lower === 'net'
                ? 3
                : 1)
        ]
      if (behind?.kind === 'counted') note('number-in-prose', behind.text)
      if (isSupposed) note('turned-statement', '')
    } else if (/^(?:if|unless)$/.test(lower)) isSupposed = true
    else if (/^[;:]/.test(text)) isSupposed = isPair = false
    else if (kind === 'opener' || (kind === 'joint' && !/^(?:as|that|which|than)$/.test(lower)))
      isPair = false
    else if (isPair && /^(?:|be|modal|undefined)$/.test(`${kind}`) && /^\w/.test(text)) {
      note('undeclared-comparison', text)
      isPair = false
    }
    if (part.hasSlot && (kind === 'not' || (kind === 'modal' && isOfValue(token, next))))
      note('turned-statement', text)
  })
}

/** Whether what may be is the value itself, and no event at a day or a level (`will report on {}`, `can be found near {}`). */
function isOfValue(modal: Token, next: Token | undefined): boolean {
  const { tokens } = modal.part
  const at = tokens.findIndex(({ text }, index) => text === valueMark && index > tokens.indexOf(modal))
  return at > 0 && next?.kind !== 'metric' && !/^(?:on|near)$/.test(tokens[at - 1]?.lower ?? '')
}
