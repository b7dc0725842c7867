import { InvalidParameterError } from '../../errors/index.ts'
import { evidenceId } from './contentId.ts'
import type { Evidence, EvidenceContent } from './evidence.ts'

/** Append-only store of everything the tools of one run found. */
export type EvidenceLedger = {
  /** Adds content, or finds the same content added before. */
  add(content: EvidenceContent): Evidence
  get(id: string): Evidence | undefined
  /** Everything, in the order it was added: store it with the report to verify it later. */
  list(): readonly Evidence[]
}

/**
 * @param asOf - No row may lie after this instant, ms UTC: evidence never looks ahead.
 */
export function createEvidenceLedger(asOf = Number.POSITIVE_INFINITY): EvidenceLedger {
  const byId = new Map<string, Evidence>()
  return {
    add(content) {
      assertShape(content, asOf)
      const id = evidenceId(content)
      const known = byId.get(id)
      if (known) return known
      const evidence: Evidence = Object.freeze({ ...content, id })
      byId.set(id, evidence)
      return evidence
    },
    get: (id) => byId.get(id),
    list: () => [...byId.values()],
  }
}

/**
 * The first instant that a row label speaks of, ms UTC. Whether a whole day was known by then is for the tool to judge: the
 * ledger refuses only what cannot have been.
 */
export function rowInstant(asOf: string): number {
  return Date.parse(asOf)
}

function assertShape(content: EvidenceContent, asOf: number): void {
  // A tool may come from a program without types.
  for (const name of ['tool', 'subject', 'provider', 'fetchedAt'] as const)
    if (typeof content[name] !== 'string' || content[name] === '')
      throw new InvalidParameterError(name, 'a text', content[name])
  let previous = Number.NEGATIVE_INFINITY
  for (const row of content.asOf) {
    const instant = rowInstant(row)
    if (Number.isNaN(instant)) throw new InvalidParameterError('asOf', 'an ISO 8601 date or instant', row)
    if (instant <= previous) throw new InvalidParameterError('asOf', 'strictly ascending', row)
    if (instant > asOf)
      throw new InvalidParameterError('asOf', `at most ${new Date(asOf).toISOString()}`, row)
    previous = instant
  }
  const names = new Set<string>()
  for (const { name, values } of content.metrics) {
    if (names.has(name)) throw new InvalidParameterError('metrics', 'given once by name', name)
    names.add(name)
    if (values.length !== content.asOf.length) {
      throw new InvalidParameterError(name, `a column of ${content.asOf.length} values`, values.length)
    }
    for (const value of values) {
      if (value !== null && !Number.isFinite(value))
        throw new InvalidParameterError(name, 'finite or null', value)
    }
  }
}
