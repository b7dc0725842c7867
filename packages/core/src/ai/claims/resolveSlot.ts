import type { Evidence, EvidenceMetric, Unit } from '../evidence/evidence.ts'
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
  | { ok: false; problem: ResolutionProblem; message: string }

export type EvidenceLookup = (id: string) => Evidence | undefined

const dayMs = 86_400_000
const binary = /^(?:diff|pctDiff|ratio)$/
const ranged = /^(?:min|max|mean|sum|count)$/

/** The value of a slot, computed from the evidence it points at. */
export function resolveSlot(slot: Slot, lookup: EvidenceLookup): Resolution {
  if (binary.test(slot.op) !== (slot.base !== null) || ranged.test(slot.op) !== (slot.since !== null))
    return fail('wrong-operands', `{${slot.name}}: base and since do not go with "${slot.op}".`)
  if (ranged.test(slot.op)) return resolveRange(slot, lookup)
  const value = readCell(slot, lookup)
  if (!value.ok || slot.base === null) return value
  const base = readCell(slot.base, lookup)
  if (!base.ok) return base
  if (base.unit !== value.unit) {
    return fail('unit-mismatch', `{${slot.name}} joins ${value.unit} with ${base.unit}.`)
  }
  if (isMoment(value.unit)) {
    if (slot.op !== 'diff') return fail('unit-mismatch', `{${slot.name}}: dates can only be subtracted.`)
    return { ok: true, value: Math.round((value.value - base.value) / dayMs), unit: 'days' }
  }
  if (slot.op === 'diff') {
    return { ok: true, value: value.value - base.value, unit: value.unit === '%' ? 'pp' : value.unit }
  }
  if (base.value === 0) return fail('division-by-zero', `{${slot.name}}: the base is 0.`)
  return slot.op === 'ratio'
    ? { ok: true, value: value.value / base.value, unit: 'x' }
    : { ok: true, value: ((value.value - base.value) / Math.abs(base.value)) * 100, unit: '%' }
}

/** Units whose values are days or instants, ms UTC. */
function isMoment(unit: Unit): boolean {
  return unit === 'date' || unit === 'time'
}

type Column = { evidence: Evidence; metric: EvidenceMetric; row: number }

function readCell(reference: Reference, lookup: EvidenceLookup): Resolution {
  const column = findColumn(reference, lookup)
  if ('ok' in column) return column
  const value = column.metric.values[column.row]
  if (value === null || value === undefined) {
    return fail('absent-value', `${reference.ref} has no ${reference.metric} at ${reference.asOf}.`)
  }
  return { ok: true, value, unit: column.metric.unit }
}

function resolveRange(slot: Slot, lookup: EvidenceLookup): Resolution {
  const column = findColumn(slot, lookup)
  if ('ok' in column) return column
  const from = column.evidence.asOf.indexOf(slot.since ?? '')
  if (from < 0) return fail('unknown-row', `${slot.ref} has no row ${slot.since}.`)
  if (from > column.row) return fail('wrong-operands', `{${slot.name}}: since is after asOf.`)
  const values = column.metric.values.slice(from, column.row + 1).filter((value) => value !== null)
  if (slot.op === 'count') return { ok: true, value: values.length, unit: '1' }
  if (values.length === 0) return fail('absent-value', `${slot.ref} has no ${slot.metric} in that range.`)
  if (isMoment(column.metric.unit) && (slot.op === 'mean' || slot.op === 'sum'))
    return fail('unit-mismatch', `{${slot.name}}: dates have no ${slot.op}.`)
  return { ok: true, value: reduce(slot.op, values), unit: column.metric.unit }
}

function reduce(op: Slot['op'], values: readonly number[]): number {
  if (op === 'min') return values.reduce((a, b) => Math.min(b, a))
  if (op === 'max') return values.reduce((a, b) => Math.max(b, a))
  const sum = values.reduce((a, b) => a + b, 0)
  return op === 'sum' ? sum : sum / values.length
}

function findColumn(
  reference: Reference,
  lookup: EvidenceLookup,
): Column | Extract<Resolution, { ok: false }> {
  const { ref, subject, metric: name, asOf } = reference
  const evidence = lookup(ref)
  if (!evidence) return fail('unknown-evidence', `There is no evidence ${ref}.`)
  if (evidence.subject !== subject)
    return fail('wrong-subject', `${ref} is about ${evidence.subject}, not ${subject}.`)
  const metric = evidence.metrics.find((candidate) => candidate.name === name)
  if (!metric) {
    const known = evidence.metrics.map((candidate) => candidate.name).join(', ')
    return fail('unknown-metric', `${ref} has no metric "${name}"; it has ${known || 'none'}.`)
  }
  const row = evidence.asOf.indexOf(asOf)
  if (row < 0) return fail('unknown-row', `${ref} has no row ${asOf}.`)
  return { evidence, metric, row }
}

function fail(problem: ResolutionProblem, message: string): Extract<Resolution, { ok: false }> {
  return { ok: false, problem, message }
}
