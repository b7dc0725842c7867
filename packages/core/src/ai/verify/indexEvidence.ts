import { createMemory } from '../createMemory.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { type MetricName, nameMetric } from './metricNames.ts'
import { createReader, type Token } from './readTokens.ts'
import { countsAloud, isComparative, kindOf } from './vocabulary.ts'
import { wholeReplacer } from './wholeReplacer.ts'

/** The evidence of a report as its claims ask for it: laid out once, so that each claim costs the same however much there is. */
export type EvidenceIndex = {
  get(id: string): Evidence | undefined
  /**
   * The signs of everything that there is evidence about, by its id: one for each symbol and each name, with and without legal form, that
   * is no number. A sign is a character of private use, which no text may have.
   */
  readonly subjects: ReadonlyMap<string, string>
  /** The text with signs in the place of names. */
  mark(text: string): string
  /** The words of a text. */
  read(text: string): Token[]
  nameOf(metric: string): MetricName
  /** What the columns of a piece are called. */
  columnsOf(id: string): readonly MetricName[]
}

// A company is spoken of without its legal form.
const ending = /^[ ,&]*(?:Inc|Ltd|Co|$)/
const beginning = /^[A-Z]\w{3}\S*$| [A-Z]\S*$/

export function indexEvidence(evidence: readonly Evidence[]): EvidenceIndex {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]))
  const subjects = new Map<string, string>()
  const signs = new Map<string, string>()
  for (const { subject, subjectName = '' } of evidence) {
    // `equity:BRK.B@XNYS` is `BRK.B`, `crypto:BTC/USD` is `BTC/USD` and `BTC`.
    const symbol = subject.replace(/^[^:]*:|@.*$/g, '')
    const names = [symbol, symbol.replace(/\/.*/, '')]
    // The Boeing Company is Boeing. Each of a name's beginnings is a name: of one without end there would be too many.
    const full = subjectName.slice(0, 99).replace(/^The /, '')
    for (const { index } of full.matchAll(/[ ,.]|$/g)) {
      const name = full.slice(0, index)
      // Of Ford Motor the first word says enough; of Best Buy and Five Below it says something else.
      if (
        ending.test(full.slice(index)) ||
        (beginning.test(name) && !isComparative(kindOf(name.toLowerCase())) && !countsAloud.test(name))
      )
        // QUALCOMM is spelled Qualcomm, too.
        names.push(
          name,
          name.replace(/\B[A-Z]{3,}/g, (letters) => letters.toLowerCase()),
        )
    }
    let own = subjects.get(subject) ?? ''
    for (const name of names.filter((name) => /\p{L}/u.test(name))) {
      const sign = signs.get(name) ?? String.fromCharCode(0xe000 + signs.size)
      signs.set(name, sign)
      own += sign
    }
    subjects.set(subject, own)
  }
  const whole = wholeReplacer(signs.keys(), signs)
  const nameOf = createMemory(nameMetric)
  return {
    get: (id) => byId.get(id),
    subjects,
    // A sign that a text brings along is none.
    mark: (text) => whole(text.replace(/[\ue000-\uf8ff]/g, '#')),
    read: createReader(),
    nameOf,
    columnsOf: createMemory((id) => byId.get(id)?.metrics.map(({ name }) => nameOf(name)) ?? []),
  }
}
