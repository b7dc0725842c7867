import type { Claim } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { type Token, valueMark } from './readTokens.ts'
import type { Violation } from './violation.ts'

/** Whether nothing that stands between two values of one unit could relate them, but for a comparison that the claim declares. */
export function checkDraftPairs(
  { text, slots, comparisons }: Claim,
  tokens: readonly Token[],
  evidence: EvidenceIndex,
  path: string,
): Violation[] {
  const declared = new Set(comparisons.flatMap(({ left, right }) => [left, right]))
  const units = new Map(
    slots.map((slot) => {
      const resolution = resolveSlot(slot, evidence.get)
      return [slot.name, resolution.ok ? resolution.unit : '']
    }),
  )
  const shown = [...text.matchAll(slotPattern)].flatMap(([, name = '', date]) => (date ? [] : [name]))
  const violations: Violation[] = []
  let place = 0
  let isPair = false
  for (const [index, { text, lower, kind }] of tokens.entries()) {
    if (text === valueMark) {
      const [one = '', other = ''] = shown.slice(place++)
      isPair = units.get(one) === units.get(other) && !(declared.has(one) && declared.has(other))
    } else if (
      kind === 'opener' ||
      lower === 'whose' ||
      /^[;:]/.test(text) ||
      (kind === 'joint' && !/^(?:as|that|which|than)$/.test(lower))
    )
      isPair = false
    else if (
      isPair &&
      /^\w/.test(text) &&
      ((/^(?:be|modal|undefined)$/.test(`${kind}`) && !/^(?:band|momentum|prior)$/.test(lower)) ||
        (kind === 'plain' &&
          /^[{~]/.test(tokens[index - 1]?.text ?? '') &&
          /^(?!compare).*(?:s|ed)$/.test(lower) &&
          (lower !== 'has' || tokens[index - 1]?.text === valueMark) &&
          // `{a} stands beside {b}` puts them side by side and says no more.
          !(
            /^stands?$/.test(lower) &&
            /^(?:against|alongside|beside|with)$/.test(`${tokens[index + 1]?.lower}`)
          )))
    ) {
      violations.push({ path, kind: 'undeclared-comparison', detail: text })
      isPair = false
    }
  }
  return violations
}
