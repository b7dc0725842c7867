import type { Evidence, Unit } from '../evidence/evidence.ts'
import type { Slot } from './claim.ts'

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

export type ComputedSlot = { value: number; unit: Unit }

export type EvidenceLookup = (id: string) => Evidence | undefined

const dayMs = 86_400_000

/**
 * The value of a slot, computed from the evidence it points at.
 *
 * @param refuse - Hears why there is none, and says what is answered then.
 */
export function computeSlot<refusal>(
  slot: Slot,
  lookup: EvidenceLookup,
  refuse: (problem: ResolutionProblem, detail: string) => refusal,
): ComputedSlot | refusal {
  const { op, base, since } = slot
  const fail = (problem: ResolutionProblem, detail = `{${slot.name}} ${op}`) => refuse(problem, detail)

  const isBinary = /iff|ratio/.test(op)
  if (isBinary !== (base !== null) || (isBinary || op === 'value') !== (since === null))
    return fail('wrong-operands')
  let unit: Unit = '1'
  const columns: number[][] = []
  for (const { ref, subject, metric: name, asOf } of base ? [slot, base] : [slot]) {
    const evidence = lookup(ref)
    if (!evidence) return fail('unknown-evidence', ref)
    if (evidence.subject !== subject) return fail('wrong-subject', `${ref} ${subject}`)
    const metric = evidence.metrics.find((candidate) => candidate.name === name)
    if (!metric) return fail('unknown-metric', `${ref} ${name}`)
    const begin = since ?? asOf
    const from = evidence.asOf.lastIndexOf(begin)
    const to = evidence.asOf.lastIndexOf(asOf)
    if (from < 0 || to < from) return fail('unknown-row', `${ref} ${begin} ${asOf}`)
    if (columns[0] && metric.unit !== unit) return fail('unit-mismatch')
    unit = metric.unit
    columns.push(metric.values.slice(from, to + 1).filter((value) => value !== null))
  }
  const [values = [], [from = 0] = []] = columns
  if (op === 'count') return { value: values.length, unit: '1' }
  if (columns.some((column) => !column.length)) return fail('absent-value')
  // Values are days or instants, ms UTC.
  const isMoment = /^(?:date|time)$/.test(unit)
  if (isMoment && /mean|sum|ratio|pct/.test(op)) return fail('unit-mismatch')
  // The value itself is the whole of one.
  const whole = values.reduce((a, b) => (op === 'min' || op === 'max' ? Math[op](a, b) : a + b))
  let value = whole
  if (op === 'mean') value /= values.length
  if (op === 'ratio') [value, unit] = [whole / from, 'x']
  if (op === 'pctDiff') [value, unit] = [((whole - from) / Math.abs(from)) * 100, '%']
  if (op === 'diff') {
    value -= from
    if (unit === '%') unit = 'pp'
    if (isMoment) [value, unit] = [Math.round(value / dayMs), 'days']
  }
  // What no number holds is divided by zero, or as good as that.
  return Number.isFinite(value) ? { value, unit } : fail('division-by-zero')
}
