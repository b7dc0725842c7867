import * as z from 'zod/mini'
import type { createRandom } from '../../../testing/random.ts'
import type { Claim, Comparison, ResolvedClaim, Slot, SlotOperation } from '../../claims/claim.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { createEvidenceLedger } from '../../evidence/ledger.ts'
import { disclaimer } from '../../report/disclaimer.ts'
import { type ReportContent, reportId } from '../../report/reportId.ts'
import type { StoredReport } from '../../report/storedReport.ts'
import { answerReport } from '../../schemas/answerReport.ts'
import { comparisonReport } from '../../schemas/comparisonReport.ts'
import { earningsPreview } from '../../schemas/earningsPreview.ts'
import { fundamentalReport } from '../../schemas/fundamentalReport.ts'
import { newsAndSentimentReport } from '../../schemas/newsAndSentimentReport.ts'
import { nodeOf } from '../../schemas/nodeOf.ts'
import { portfolioReview } from '../../schemas/portfolioReview.ts'
import { technicalReport } from '../../schemas/technicalReport.ts'
import { resolveClaim } from '../resolveClaim.ts'
import { cleanSentences } from './cleanSentences.ts'
import { freeSentences } from './freeSentences.ts'
import { judgeSentence, sentenceClaim, sentenceEvidence } from './sentenceEvidence.ts'

export type Random = ReturnType<typeof createRandom>

export const subjects = ['equity:AAPL', 'equity:MSFT', 'equity:NVDA', 'crypto:BTC/USD'] as const
const dates = Array.from({ length: 20 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`)

function makeEvidence(random: Random): Evidence[] {
  const ledger = createEvidenceLedger(Date.parse('2026-10-31'))
  for (const subject of subjects) {
    let price = 50 + random.next() * 400
    const close = dates.map(() => {
      price *= 1 + (random.next() - 0.5) * 0.06
      return Math.round(price * 100) / 100
    })
    const open = close.map((value) => Math.round(value * (1 + (random.next() - 0.5) * 0.02) * 100) / 100)
    // Never equal to the close, so that one of them is above the other.
    const sma = close.map(
      (value) => Math.round(value * (1 + (random.next() - 0.5) * 0.1) * 100) / 100 + 0.005,
    )
    const common = { subject, provider: 'test', fetchedAt: '2026-10-31T00:00:00Z' }
    ledger.add({
      ...common,
      tool: 'bars',
      asOf: dates,
      metrics: [
        { name: 'close', unit: 'USD', values: close },
        { name: 'open', unit: 'USD', values: open },
        { name: 'volume', unit: 'shares', values: close.map(() => Math.floor(random.next() * 1e8)) },
      ],
    })
    ledger.add({
      ...common,
      tool: 'indicator',
      asOf: dates,
      metrics: [
        { name: 'close', unit: 'USD', values: close },
        { name: 'SMA(50)', unit: 'USD', values: sma },
        { name: 'RSI(14)', unit: '1', values: close.map(() => Math.round(random.next() * 1000) / 10) },
      ],
    })
    ledger.add({
      ...common,
      tool: 'fundamentals',
      asOf: ['2024-12-31', '2025-12-31'],
      metrics: [
        {
          name: 'revenue',
          unit: 'USD',
          values: [Math.floor(1e9 + random.next() * 1e11), Math.floor(1e9 + random.next() * 1e11)],
        },
        {
          name: 'netIncome',
          unit: 'USD',
          values: [Math.floor(random.next() * 1e10), Math.floor(random.next() * 1e10)],
        },
      ],
    })
  }
  return [...ledger.list()]
}

const newest = (evidence: Evidence) => evidence.asOf.at(-1) ?? ''
function slot(evidence: Evidence, name: string, metric: string, more: Partial<Slot> = {}): Slot {
  const asOf = more.asOf ?? newest(evidence)
  const op: SlotOperation = more.op ?? 'value'
  return {
    name,
    subject: evidence.subject,
    metric,
    asOf,
    ref: evidence.id,
    op,
    base: null,
    since: null,
    magnitude: false,
    ...more,
  }
}
const valueAt = (evidence: Evidence, metric: string, asOf: string) =>
  evidence.metrics.find(({ name }) => name === metric)?.values[evidence.asOf.indexOf(asOf)] ?? Number.NaN

let serial = 0
function claim(text: string, slots: Slot[], comparisons: Comparison[] = []): Claim {
  serial++
  return { id: `claim-${serial}`, text, slots, comparisons, quotes: [] }
}

/**
 * Sentences as a well-behaved model writes them, true by construction.
 *
 * @param isAlone - The report is about this instrument only, so that sentences need not name it.
 */
function makeClaims(
  random: Random,
  evidence: readonly Evidence[],
  subject: string,
  isAlone: boolean,
): Claim[] {
  const find = (tool: string) => {
    const found = evidence.find((candidate) => candidate.tool === tool && candidate.subject === subject)
    if (!found) throw new Error(`No ${tool} evidence.`)
    return found
  }
  const [bars, indicator, fundamentals] = [find('bars'), find('indicator'), find('fundamentals')]
  const symbol = subject.replace(/^.*:/, '')
  const of = isAlone ? '' : ` of ${symbol}`
  const last = newest(bars)
  const isOther = (date: string) => valueAt(bars, 'close', date) !== valueAt(bars, 'close', last)
  const earlier = random.pick(dates.filter(isOther))
  const ref = (asOf: string) => ({ subject, metric: 'close', asOf, ref: bars.id })
  const close = valueAt(indicator, 'close', last)
  const sma = valueAt(indicator, 'SMA(50)', last)
  const change = valueAt(bars, 'close', last) - valueAt(bars, 'close', earlier)
  const rsi = valueAt(indicator, 'RSI(14)', last)
  const claims = [
    claim(`${symbol} closed at {a} on {a.date}.`, [slot(bars, 'a', 'close')]),
    claim(
      `The close${of} of {a} is ${close > sma ? 'above' : 'below'} its 50-day average of {b}.`,
      [slot(indicator, 'a', 'close'), slot(indicator, 'b', 'SMA(50)')],
      [{ left: 'a', relation: close > sma ? 'above' : 'below', right: 'b' }],
    ),
    claim(`Volume${of} came to {v} in the session; the S&P 500 sets the tone.`, [slot(bars, 'v', 'volume')]),
    claim(`In the last fiscal year revenue${of} was {r}, as the 10-K for FY2025 says.`, [
      slot(fundamentals, 'r', 'revenue'),
    ]),
    claim(
      `The shares${of} ${change > 0 ? 'gained' : 'lost'} {c} on that measure.`,
      [slot(bars, 'c', 'close', { op: 'pctDiff', base: ref(earlier), magnitude: true })],
      [{ left: 'c', relation: change > 0 ? 'rising' : 'falling', right: null }],
    ),
    claim(`Between the ends of the window, {l} and {h}, the trading range${of} was quiet.`, [
      slot(bars, 'l', 'close', { op: 'min', since: dates[0] ?? '' }),
      slot(bars, 'h', 'close', { op: 'max', since: dates[0] ?? '' }),
    ]),
  ]
  const otherSubject = random.pick(subjects.filter((one) => one !== subject))
  const foreign = evidence.find(({ tool, subject: one }) => tool === 'fundamentals' && one === otherSubject)
  if (!foreign) throw new Error('No other fundamentals.')
  const other = otherSubject.replace(/^.*:/, '')
  const cell = (piece: Evidence, metric: string) => ({
    subject: piece.subject,
    metric,
    asOf: newest(piece),
    ref: piece.id,
  })
  const over = (op: SlotOperation, metric: string, base: ReturnType<typeof cell>) => [
    slot(fundamentals, 'x', metric, { op, base }),
  ]
  const ownRevenue = cell(fundamentals, 'revenue')
  const theirs = cell(foreign, 'revenue')
  claims.push(
    claim(`Net income over revenue${of} is {x}.`, over('ratio', 'netIncome', ownRevenue)),
    claim(`The ratio of net income to revenue${of} is {x}.`, over('ratio', 'netIncome', ownRevenue)),
    claim(`${symbol}'s revenue over ${other}'s is {x}.`, over('ratio', 'revenue', theirs)),
    claim(`${symbol}'s revenue is {x} that of ${other}.`, over('ratio', 'revenue', theirs)),
    claim(`The gap between ${symbol}'s and ${other}'s revenue is {x}.`, over('diff', 'revenue', theirs)),
    claim(`${symbol}'s net income over ${other}'s revenue is {x}.`, over('ratio', 'netIncome', theirs)),
    claim(`Revenue came to {x} at ${symbol} against {y} at ${other}.`, [
      slot(fundamentals, 'x', 'revenue'),
      slot(foreign, 'y', 'revenue'),
    ]),
    claim(`${symbol} has revenue of {x}, and ${other} of {y}.`, [
      slot(fundamentals, 'x', 'revenue'),
      slot(foreign, 'y', 'revenue'),
    ]),
  )
  if (rsi >= 70 || rsi <= 30) {
    const relation = rsi >= 70 ? 'overbought' : 'oversold'
    claims.push(
      claim(
        `At {r} the 14-day RSI${of} is ${relation}.`,
        [slot(indicator, 'r', 'RSI(14)')],
        [{ left: 'r', relation, right: null }],
      ),
    )
  }
  return claims
}

// What stands of them as a draft must stand in every report.
const written = [
  ...cleanSentences,
  ...freeSentences.filter(({ text, comparisons }) => judgeSentence(text, comparisons).length === 0),
]

/** Some of the sentences that analysts write, in a report about the instrument that they are about. */
function writtenAbout(random: Random, subject: string, isAlone: boolean): Claim[] {
  if (subject !== 'equity:AAPL') return []
  const named = isAlone ? written : written.filter(({ text }) => text.includes('Apple'))
  return Array.from({ length: 6 }, () => {
    const { text, comparisons } = random.pick(named)
    serial++
    return sentenceClaim(text, comparisons, `claim-${serial}`)
  })
}

/** The schemas that reports are made of, and how many instruments each is about. */
export const reports = {
  technical: { schema: technicalReport, about: 1 },
  fundamental: { schema: fundamentalReport, about: 1 },
  'news-and-sentiment': { schema: newsAndSentimentReport, about: 1 },
  'earnings-preview': { schema: earningsPreview, about: 1 },
  comparison: { schema: comparisonReport, about: 3 },
  'portfolio-review': { schema: portfolioReview, about: 4 },
  answer: { schema: answerReport, about: 2 },
} as const

const headings = [
  'Trend',
  'Business',
  'What stands out',
  'S&P 500 peers',
  'The 10-K',
  'After Q3',
  'Cash and costs',
]

/** Fills any report schema with clean claims, as a well-behaved model would. */
function fill(
  schema: z.core.$ZodType,
  random: Random,
  claims: (about: string) => ResolvedClaim,
  about: string,
  others: readonly string[],
  key = '',
): unknown {
  const node = nodeOf(schema)
  if (node.nullable && random.next() < 0.2) return null
  if (node.kind === 'claim') return claims(about)
  if (node.kind === 'array') {
    const most = Math.min(3, node.maximum)
    const length = node.minimum + random.below(most - node.minimum + 1)
    return Array.from({ length }, () => fill(node.element, random, claims, random.pick(others), others, key))
  }
  if (node.kind === 'object') {
    return Object.fromEntries(
      Object.entries(node.shape).map(([name, member]) => [
        name,
        fill(
          member,
          random,
          claims,
          about,
          name === 'because' || 'subject' in node.shape ? [about] : others,
          name,
        ),
      ]),
    )
  }
  if (key === 'subject' || key === 'preferred') return about
  if (node.schema instanceof z.core.$ZodEnum) return random.pick(Object.values(node.schema._zod.def.entries))
  return key === 'unanswered' ? 'Whether management will stay.' : random.pick(headings)
}

/**
 * A clean report of one of the SDK's own schemas, beside its evidence.
 *
 * @param isVaried - With sentences of all sorts about Apple. The others name the one field that each of their slots points at.
 */
export function makeReport(
  random: Random,
  isVaried = false,
): { report: StoredReport<object>; evidence: Evidence[] } {
  const evidence = [...makeEvidence(random), ...(isVaried ? sentenceEvidence : [])]
  const kind = random.pick(
    Object.keys(reports).filter((name): name is keyof typeof reports => name in reports),
  )
  const { schema, about } = reports[kind]
  const chosen = [...subjects].sort(() => random.next() - 0.5).slice(0, about)
  const pools = new Map<string, ResolvedClaim[]>()
  const claims = (subject: string): ResolvedClaim => {
    const pool =
      pools.get(subject) ??
      [
        ...makeClaims(random, evidence, subject, about === 1),
        ...(isVaried ? writtenAbout(random, subject, about === 1) : []),
      ].map((draft) => resolve(draft, evidence, subject))
    pools.set(subject, pool)
    return random.pick(pool)
  }
  const body = fill(schema, random, claims, chosen[0] ?? '', chosen)
  if (typeof body !== 'object' || body === null || !z.safeParse(schema, body).success)
    throw new Error(`No body of ${kind}.`)
  const content: ReportContent<object> = {
    format: 1,
    kind,
    subjects: chosen,
    asOf: '2026-10-31T00:00:00Z',
    locale: 'en',
    status: 'complete',
    body,
    missing: [],
    disclaimer,
  }
  return { report: { ...content, id: reportId(content) }, evidence }
}

function resolve(draft: Claim, evidence: readonly Evidence[], about: string): ResolvedClaim {
  const result = resolveClaim(draft, evidence, 'en', '', about)
  if ('violations' in result) throw new Error(JSON.stringify({ draft, violations: result.violations }))
  return result.claim
}
