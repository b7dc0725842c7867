import type { ResolutionProblem } from '../claims/computeSlot.ts'

export type ViolationKind =
  | ResolutionProblem
  /** A digit, or a number in words, that is not a slot. */
  | 'number-in-prose'
  /** A word outside the vocabulary: it might count, compare or turn a sentence round. */
  | 'unknown-word'
  /** A comparative word that no comparison stands for, or a comparison without its word. */
  | 'undeclared-comparison'
  /** A negation or a condition goes with a number or a comparison. */
  | 'turned-statement'
  /** A negative value without its sign, and without a word that says so. */
  | 'hidden-sign'
  /** The values do not bear the comparison out. */
  | 'false-comparison'
  /** A slot that the text does not use, or a name in the text without a slot. */
  | 'unbound-slot'
  /** The sentence names another instrument than its slots do. */
  | 'foreign-subject'
  /** The sentence names a metric that none of its slots points at, or none of what a slot points at. */
  | 'foreign-metric'
  /** A value that is not the newest of its evidence, without its date in the sentence. */
  | 'undated'
  /** The quoted span is not in the article. */
  | 'false-quote'
  /** A claim that holds more than its schema lets one hold. */
  | 'oversized'
  /** A sentence that points at nothing. */
  | 'ungrounded'
  /** A name, id or member that no run writes. */
  | 'forbidden-text'
  /** A stored value or text is not what the evidence gives. */
  | 'altered'
  /** A row after the report's as-of time. */
  | 'look-ahead'

/**
 * One reason not to trust a report. `path` leads to the claim or the text, like `trend.claims[0]`; `detail` is what is wrong there: a
 * word, a slot, a row. `explainViolation` says it in a sentence.
 */
export type Violation = { path: string; kind: ViolationKind; detail: string }

/** Takes down what is wrong at one place, and answers nothing. */
export type Note = (kind: ViolationKind, detail?: string) => undefined

/** Takes down in a list what is wrong at one place. */
export function noteAt(path: string, violations: Violation[]): Note {
  return (kind, detail = '') => void violations.push({ path, kind, detail })
}

/** What a check takes down. */
export function violationsAt(path: string, check: (note: Note) => void): Violation[] {
  const violations: Violation[] = []
  check(noteAt(path, violations))
  return violations
}
