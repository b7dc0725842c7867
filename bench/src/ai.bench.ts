import {
  comparisonReport,
  createEvidenceLedger,
  createPartialReader,
  disclaimer,
  type Evidence,
  type ResolvedClaim,
  renderReport,
  reportId,
  resolveClaim,
  type StoredReport,
  verifyReport,
} from '@starkmatter/core/ai'
import { measure } from './lib/measure.ts'
import { report } from './lib/report.ts'

let seed = 3
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const subjects = Array.from({ length: 12 }, (_, index) => `equity:T${String.fromCharCode(65 + index)}`)
const dates = Array.from({ length: 40 }, (_, index) =>
  new Date(Date.UTC(2026, 7, 1 + index)).toISOString().slice(0, 10),
)

/** Bars with an average, as the tools find them, of so many instruments. */
function makeEvidence(instruments: number): readonly Evidence[] {
  const ledger = createEvidenceLedger()
  for (const subject of subjects.slice(0, instruments)) {
    for (const tool of ['bars', 'indicator', 'fundamentals']) {
      const column = () => dates.map(() => Math.round(random() * 50_000) / 100)
      const metrics = ['close', 'SMA(50)', 'RSI(14)', 'volume'].map((name) => ({
        name,
        unit: 'USD',
        values: column(),
      }))
      ledger.add({
        tool,
        subject,
        provider: 'bench',
        fetchedAt: '2026-10-01T00:00:00Z',
        asOf: dates,
        metrics,
      })
    }
  }
  return ledger.list()
}

let serial = 0
function claimAbout(subject: string, evidence: readonly Evidence[]): ResolvedClaim {
  const found = evidence.find((piece) => piece.subject === subject)
  if (!found) throw new Error('There is no evidence.')
  const row = dates.at(-1) ?? ''
  const [close, average] = ['close', 'SMA(50)'].map(
    (name) => found.metrics.find((metric) => metric.name === name)?.values.at(-1) ?? 0,
  )
  const relation = Number(close) > Number(average) ? 'above' : 'below'
  const slot = (name: string, metric: string) => ({
    ...{ name, subject, metric, asOf: row, ref: found.id },
    ...{ op: 'value' as const, base: null, since: null, magnitude: false },
  })
  serial++
  const resolution = resolveClaim(
    {
      id: `c${serial}`,
      text: `The close of ${subject.slice(7)} of {a} on {a.date} is ${relation} its 50-day average of {b}.`,
      slots: [slot('a', 'close'), slot('b', 'SMA(50)')],
      comparisons: [{ left: 'a', relation, right: 'b' }],
      quotes: [],
    },
    evidence,
    'en',
    '',
  )
  if ('violations' in resolution) throw new Error(JSON.stringify(resolution.violations))
  return resolution.claim
}

/** A portfolio review of so many claims. */
function makeReport(claims: number, evidence: readonly Evidence[]): StoredReport<object> {
  const held = [...new Set(evidence.map(({ subject }) => subject))]
  const each = Math.max(1, Math.floor(claims / held.length))
  const holdings = held.map((subject) => ({
    subject,
    view: null,
    claims: Array.from({ length: each }, () => claimAbout(subject, evidence)),
  }))
  const content = {
    ...{
      format: 1 as const,
      kind: 'portfolio-review',
      subjects: held,
      asOf: '2026-10-01T00:00:00.000Z',
      locale: 'en',
    },
    ...{ status: 'complete' as const, missing: [], disclaimer },
    body: { summary: [], holdings, concentration: [], performance: [], risks: [] },
  }
  return { ...content, id: reportId(content) }
}

const rows = []
let worstVerifyMs = 0
for (const [claims, instruments] of [
  [12, 1],
  [40, 4],
  [60, 12],
] as const) {
  const evidence = makeEvidence(instruments)
  const stored = makeReport(claims, evidence)
  const { ok, claims: checked } = verifyReport(stored, evidence)
  if (!ok) throw new Error('The report does not verify.')
  const verifying = await measure(() => verifyReport(stored, evidence), {
    runs: 200,
    warmup: 50,
    collect: false,
  })
  const rendering = await measure(() => renderReport(stored, evidence, { locale: 'de' }), {
    runs: 50,
    warmup: 20,
    collect: false,
  })
  worstVerifyMs = Math.max(worstVerifyMs, verifying.medianMs)
  rows.push({
    name: `verify ${checked} claims, ${evidence.length} pieces of evidence`,
    minMs: verifying.minMs,
    medianMs: verifying.medianMs,
    renderMedianMs: rendering.medianMs,
  })
}

// A stream of tokens of four characters, the report of a comparison made longer and longer.
const perDelta: number[] = []
for (const criteria of [1, 4, 8]) {
  const evidence = makeEvidence(2)
  const claims = Array.from({ length: 8 }, () => claimAbout('equity:TA', evidence))
  const body = {
    views: [],
    summary: claims.slice(0, 4),
    criteria: Array.from({ length: criteria }, () => ({ heading: 'Price', preferred: 'equity:TA', claims })),
    risks: [],
  }
  const text = JSON.stringify(body)
  const deltas = text.match(/.{1,4}/gs) ?? []
  const read = () => {
    const reader = createPartialReader(comparisonReport)
    for (const delta of deltas) reader.push(delta)
  }
  const { minMs, medianMs } = await measure(read, { runs: 30, warmup: 10 })
  perDelta.push((minMs / deltas.length) * 1000)
  rows.push({
    name: `partial report, ${text.length} characters in ${deltas.length} deltas`,
    minMs,
    medianMs,
    microsecondsPerDelta: (medianMs / deltas.length) * 1000,
  })
}

const [shortest = 0] = perDelta
report({
  name: 'ai',
  method:
    'Reports and evidence made here. Verifying and rendering a stored report: 200 and 50 runs, one after the other. Reading a report as it streams, four characters at a time, held to its schema: 30 runs. The bars take the median of verifying, and the least time of reading, as the machine was shared.',
  rows,
  bars: [
    { claim: 'a report verifies in under 5 ms', met: worstVerifyMs < 5 },
    { claim: 'a delta is read in under 50 µs', met: perDelta.every((each) => each < 50) },
    {
      claim: 'reading is linear: a delta of a long report costs at most 1.5x that of a short one',
      met: perDelta.every((each) => each < 1.5 * shortest),
    },
  ],
})
