import type { Evidence } from '../evidence/evidence.ts'
import { countsAloud } from './checkProse.ts'
import { kindOf } from './vocabulary.ts'

/** The evidence of a report as its claims ask for it: laid out once, so that each claim costs the same however much there is. */
export type EvidenceIndex = {
  get(id: string): Evidence | undefined
  /** The symbol and the names, with and without legal form, of everything that there is evidence about, by its id. */
  readonly subjects: ReadonlyMap<string, readonly string[]>
}

// A company is spoken of without it.
const legalForm = /\b,? (?:Inc|Ltd|Co|Company|Corp\w*)\b.*/i

export function indexEvidence(evidence: readonly Evidence[]): EvidenceIndex {
  const byId = new Map<string, Evidence>()
  const subjects = new Map<string, string[]>()
  for (const piece of evidence) {
    byId.set(piece.id, piece)
    const { subject, subjectName } = piece
    const names = subjects.get(subject) ?? symbolsOf(subject)
    if (subjectName && !names.includes(subjectName)) {
      const [word = ''] = subjectName.split(/[ ,]/)
      names.push(subjectName, subjectName.replace(legalForm, ''))
      // Of Ford Motor the first word says enough; of Best Buy and Five Below it says something else.
      if (/^[A-Z]\w{3}/.test(word) && !kindOf(word.toLowerCase()) && !countsAloud.test(word)) names.push(word)
    }
    subjects.set(subject, names)
  }
  return {
    get: (id) => byId.get(id),
    subjects,
  }
}

/** `equity:BRK.B@XNYS` -> `BRK.B`, `crypto:BTC/USD` -> `BTC/USD` and `BTC`. */
function symbolsOf(subject: string): string[] {
  const symbol = subject.replace(/^[^:]*:|@.*$/g, '')
  const base = symbol.replace(/\/.*/, '')
  return base === symbol ? [symbol] : [symbol, base]
}
