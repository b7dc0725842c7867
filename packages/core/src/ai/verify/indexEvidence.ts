import type { Evidence } from '../evidence/evidence.ts'
import { allowedPhrases } from './allowedPhrases.ts'

/** The evidence of a report as its claims ask for it: laid out once, so that each claim costs the same however much there is. */
export type EvidenceIndex = {
  get(id: string): Evidence | undefined
  /** The symbol and the names of everything that there is evidence about, by its id. */
  readonly subjects: ReadonlyMap<string, readonly string[]>
  /** What a sentence about this metric may say with digits. */
  phrasesOf(metric: string): readonly string[]
}

export function indexEvidence(evidence: readonly Evidence[]): EvidenceIndex {
  const byId = new Map<string, Evidence>()
  const subjects = new Map<string, string[]>()
  const phrases = new Map<string, readonly string[]>()
  for (const piece of evidence) {
    if (!byId.has(piece.id)) byId.set(piece.id, piece)
    const { subject, subjectName } = piece
    const names = subjects.get(subject) ?? [symbolOf(subject)]
    if (subjectName && !names.includes(subjectName)) names.push(subjectName)
    subjects.set(subject, names)
  }
  return {
    get: (id) => byId.get(id),
    subjects,
    phrasesOf(metric) {
      let found = phrases.get(metric)
      if (!found) {
        found = allowedPhrases(metric)
        phrases.set(metric, found)
      }
      return found
    },
  }
}

/** `equity:BRK.B@XNYS` -> `BRK.B`. */
function symbolOf(subject: string): string {
  return subject.replace(/^[^:]*:/, '').replace(/@.*$/, '')
}
