import type { Unit } from '../evidence/evidence.ts'
import type { Slot } from './claim.ts'
import { computeSlot, type EvidenceLookup, type ResolutionProblem } from './computeSlot.ts'

export type Resolution =
  | { ok: true; value: number; unit: Unit }
  | { ok: false; problem: ResolutionProblem; detail: string }

/** The value of a slot, computed from the evidence it points at, or why it has none. */
export function resolveSlot(slot: Slot, lookup: EvidenceLookup): Resolution {
  const found = computeSlot(slot, lookup, (problem, detail) => ({ ok: false, problem, detail }) as const)
  return 'ok' in found ? found : { ok: true, ...found }
}
