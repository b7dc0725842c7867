import type { Claim } from '../claims/claim.ts'
import { type Bound, holds } from './checkComparison.ts'
import { type Token, valueMark } from './readTokens.ts'
import type { Note } from './violation.ts'
import { isComparative } from './vocabulary.ts'

/** The comparative words of a sentence, in order. `over` stands above, except before a span of time. */
export function findComparativeWords(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind, lower }, index) => {
    const isTime = lower === 'over' && tokens[index + 2]?.kind === 'counted'
    return isComparative(kind) && !isTime
  })
}

/**
 * Whether each comparative word is borne out: by a comparison that the claim declares and the values hold, in the order of the words.
 * A further word may say the same of the same values (`rose {c}, a steady climb`).
 */
export function checkComparisons(
  { comparisons }: Claim,
  tokens: readonly Token[],
  shown: readonly string[],
  bound: ReadonlyMap<string, Bound>,
  note: Note,
): void {
  const words = findComparativeWords(tokens)
  const places = tokens.flatMap(({ text }, index) => (text === valueMark ? index : []))
  // Where no value stands a comparative word may speak of something else: `the suit was dropped`.
  const concernsValue = ({ part }: Token) =>
    places.length > 0 ||
    part.tokens.some(({ kind, lower }) => /metric|subject|counted|~/.test(`${kind}${lower}`))
  const undeclared = (detail: string) => note('undeclared-comparison', detail)
  // Turned comparisons must be said plainly.
  if (
    tokens.some(
      ({ kind, part }) => kind === 'not' && words.some((word) => word.part === part && concernsValue(word)),
    )
  )
    note('turned-statement')
  let from = 0
  const taken = comparisons.map((comparison) => {
    const { left, relation, right } = comparison
    const found = words.findIndex(({ kind }, at) => at >= from && kind?.includes(relation))
    const word = words[found]
    if (!word) return undeclared(relation)
    from = found + 1
    const [first = -1, second = -1] = [left, right].map((name) => places[shown.indexOf(name ?? '')])
    // What is above what is told by what stands on which side of the word.
    const at = /^(?:above|below)$/.test(relation) ? tokens.indexOf(word) : first
    // What it compares with stands behind the word, or both do: `below its average, at {a} against {b}`.
    const isInOrder = at < second && (first <= at || word.part !== tokens[first]?.part)
    if (second >= 0 && !isInOrder) undeclared(`{${left}} {${right}}`)
    // What rises from the left to the right is higher on the right.
    const isTurned =
      /^(?:ris|fall)/.test(relation) &&
      (tokens[first - 1]?.lower === 'from' || tokens[second - 1]?.lower === 'to')
    const turned = isTurned && right !== null ? { left: right, relation, right: left } : comparison
    if (!holds(turned, word.lower, bound)) note('false-comparison', `{${left}} ${relation} {${right ?? ''}}`)
    return word
  })
  for (const word of words)
    if (
      !taken.includes(word) &&
      concernsValue(word) &&
      // Directly before a value it would speak of that alone: `above the average of negative {b}`.
      !(
        word.part.isBound &&
        !/^(?:\{\}|than|to)$/.test(tokens[tokens.indexOf(word) + 1]?.lower ?? '') &&
        !/tive$/.test(word.lower) &&
        taken.some((one) => one?.kind === word.kind)
      )
    )
      undeclared(word.text)
}
