import type { Violation, ViolationKind } from './violation.ts'

const explanations: Readonly<Record<ViolationKind, string>> = {
  'unknown-evidence': 'There is no such evidence.',
  'wrong-subject': 'The evidence is about another subject.',
  'unknown-metric': 'The evidence has no such metric; its metrics are its columns.',
  'unknown-row': 'The evidence has no such row.',
  'absent-value': 'The evidence has no value there.',
  'wrong-operands':
    'diff, pctDiff and ratio need base and no since; min, max, mean, sum and count need since, not after asOf, and no base; value needs neither.',
  'unit-mismatch':
    'These units cannot be put together, and of dates there is only a difference, a minimum and a maximum.',
  'division-by-zero': 'The base is 0.',
  'number-in-prose':
    'A number, or what would be a sign, scale or unit of one, stands outside a slot. Point at it by a slot, which shows all of these.',
  'unknown-word':
    'This word is not in the list of those that may be used. Say it in others, and call an instrument by its symbol.',
  'undeclared-comparison':
    'Each comparative word needs one entry in comparisons, in their order, that says what the word says; its left slot stands before the word and its right one behind. Other words that relate numbers may not be used, and none outside claims. Found here:',
  'turned-statement':
    'No negation and no condition may go with a number or a comparison: say it the other way round.',
  'hidden-sign': 'It is negative: set magnitude to false, or say and declare that it fell.',
  'false-comparison': 'The values do not bear it out, or are not such as can be compared so.',
  'unbound-slot': 'Each slot is given once and used in the text, and each name in the text has its slot.',
  'foreign-subject':
    'The sentence and its slots must be about the same instruments, named where the part is not about them alone.',
  'foreign-metric':
    'The sentence names a metric that none of its slots points at, or does not name one that a slot points at.',
  undated:
    'A value that is not the newest stands beside its own date, and a period that is named is that of the rows or lies between them.',
  'false-quote': 'The article has no such passage.',
  oversized: 'A claim has at most 400 characters, 8 slots, 4 comparisons and 3 quotes: say it in several.',
  ungrounded: 'It points at no evidence.',
  'forbidden-text': 'No run writes such a name.',
  altered: 'It is not what its id says, what the evidence gives or what a run leaves behind.',
  'look-ahead': 'It was not known at the time of the report.',
}

/**
 * A violation in a sentence, for people, and for a model that is to mend it. Apart from the verifier, so that a page that only needs
 * its verdict loads none of this.
 *
 * @example
 * explainViolation({ path: 'summary[0]', kind: 'foreign-metric', detail: 'volume' })
 * // 'The sentence names a metric that none of its slots points at, or does not name one that … (volume)'
 */
export function explainViolation({ kind, detail }: Violation): string {
  return explanations[kind] + (detail && ` (${detail})`)
}
