import type { Evidence, Unit } from '../evidence/evidence.ts'
import type { Reference, Slot } from './claim.ts'

/** Why a slot has no value. */
export type ResolutionProblem =
  | 'unknown-evidence'
  | 'wrong-subject'
  | 'unknown-metric'
  | 'unknown-row'
  | 'absent-value'
  | 'wrong-operands'
  | 'unit-mismatch'
  | 'division-by-zero'

export type Resolution =
  | { ok: true; value: number; unit: Unit }
  | { ok: false; problem: ResolutionProblem; detail: string }

export type EvidenceLookup = (id: string) => Evidence | undefined

const dayMs = 86_400_000
const binary = /^(?:diff|pctDiff|ratio)$/
const ranged = /^(?:min|max|mean|sum|count)$/

/** The value of a slot, computed from the evidence it points at. */
export function resolveSlot(slot: Slot, lookup: EvidenceLookup): Resolution {
  const { name, op, asOf, base, since } = slot
  const fail = (problem: ResolutionProblem, detail = `{${name}} ${op}`) =>
    ({ ok: false, problem, detail }) as const
  // What no number holds is divided by zero, or as good as that.
  const done = (value: number, unit: Unit): Resolution =>
    Number.isFinite(value) ? { ok: true, value, unit } : fail('division-by-zero')

  /** The values from one row to that of the reference, without those that are absent. */
  function readCells({ ref, subject, metric: name, asOf }: Reference, since: string) {
    const evidence = lookup(ref)
    if (!evidence) return fail('unknown-evidence', ref)
    if (evidence.subject !== subject) return fail('wrong-subject', `${ref} ${subject}`)
    const metric = evidence.metrics.find((candidate) => candidate.name === name)
    if (!metric) return fail('unknown-metric', `${ref} ${name} (${evidence.metrics.map((one) => one.name)})`)
    const from = evidence.asOf.indexOf(since)
    const to = evidence.asOf.indexOf(asOf)
    if (from < 0 || to < from) return fail('unknown-row', `${ref} ${since} ${asOf}`)
    const values = metric.values.slice(from, to + 1).filter((value) => value !== null)
    return { values, unit: metric.unit }
  }

  if (binary.test(op) !== (base !== null) || ranged.test(op) !== (since !== null))
    return fail('wrong-operands')
  const cells = readCells(slot, since ?? asOf)
  if ('problem' in cells) return cells
  const { values, unit } = cells
  // Values are days or instants, ms UTC.
  const isMoment = /^(?:date|time)$/.test(unit)
  if (op === 'count') return done(values.length, '1')
  const [value] = values
  if (value === undefined) return fail('absent-value')
  if (base === null)
    return isMoment && /mean|sum/.test(op) ? fail('unit-mismatch') : done(reduce(op, values), unit)

  const bases = readCells(base, base.asOf)
  if ('problem' in bases) return bases
  const [from] = bases.values
  if (from === undefined) return fail('absent-value')
  if (bases.unit !== unit || (isMoment && op !== 'diff')) return fail('unit-mismatch')
  if (isMoment) return done(Math.round((value - from) / dayMs), 'days')
  if (op === 'diff') return done(value - from, unit === '%' ? 'pp' : unit)
  return op === 'ratio' ? done(value / from, 'x') : done(((value - from) / Math.abs(from)) * 100, '%')
}

/** The value itself is the mean of one. */
function reduce(op: Slot['op'], values: readonly number[]): number {
  const total = values.reduce((a, b) => (op === 'min' || op === 'max' ? Math[op](a, b) : a + b))
  return op === 'mean' ? total / values.length : total
}
