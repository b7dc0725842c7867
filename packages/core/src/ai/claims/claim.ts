import type { Unit } from '../evidence/evidence.ts'

/** Points at one value: a column and a row of one piece of evidence, said twice so that a slip cannot pass. */
export type Reference = {
  /** Canonical instrument id; must be the evidence's own. */
  subject: string
  metric: string
  /** A row of the evidence. */
  asOf: string
  /** Evidence id. */
  ref: string
}

/** How a slot's value follows from what it points at. The SDK computes it, never the model. */
export type SlotOperation =
  /** The value itself. */
  | 'value'
  /** Value minus `base`. */
  | 'diff'
  /** Percent change from `base` to the value. */
  | 'pctDiff'
  /** Value divided by `base`. */
  | 'ratio'
  /** Over the rows from `since` to `asOf`, both included. */
  | 'min'
  | 'max'
  | 'mean'
  | 'sum'
  /** Number of rows with a value from `since` to `asOf`. */
  | 'count'

/** A number's place in a sentence. */
export type Slot = Reference & {
  /** Used in the text as `{name}`; `{name.date}` shows the row's date instead. Lower-case letters. */
  name: string
  op: SlotOperation
  base: Reference | null
  since: string | null
  /** Show the size without its sign, where the sentence has a word for the direction. */
  magnitude: boolean
}

export type Relation =
  | 'above'
  | 'below'
  | 'equal'
  | 'rising'
  | 'falling'
  | 'highest'
  | 'lowest'
  | 'overbought'
  | 'oversold'

/** What one comparative word of the sentence says about the slots. Listed in the order of the words. */
export type Comparison = { left: string; relation: Relation; right: string | null }

/** An exact passage of an article. */
export type QuoteReference = { ref: string; article: string; start: number; end: number }

/** A sentence whose every number is a slot. This is what the model writes. */
export type Claim = {
  id: string
  text: string
  slots: readonly Slot[]
  comparisons: readonly Comparison[]
  quotes: readonly QuoteReference[]
}

export type SlotValue = { name: string; value: number; unit: Unit }

/** A claim with its numbers filled in by the SDK. This is what a report stores. */
export type ResolvedClaim = Claim & { values: readonly SlotValue[]; rendered: string }
