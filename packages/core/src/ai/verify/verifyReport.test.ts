import { describe, expect, test } from 'vitest'
import type { Claim, Comparison, ResolvedClaim, Slot, SlotOperation } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { disclaimer } from '../report/disclaimer.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { resolveClaim } from './resolveClaim.ts'
import { verifyReport } from './verifyReport.ts'

/** A seeded stream of numbers in [0, 1), so that a failure can be played again. */
function createRandom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
const pick = <item>(random: Random, items: readonly item[]): item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

const subjects = ['equity:AAPL', 'equity:MSFT', 'equity:NVDA', 'crypto:BTC/USD'] as const
const dates = Array.from({ length: 20 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`)

function makeEvidence(random: Random): Evidence[] {
  const ledger = createEvidenceLedger(Date.parse('2026-10-31'))
  for (const subject of subjects) {
    let price = 50 + random() * 400
    const close = dates.map(() => {
      price *= 1 + (random() - 0.5) * 0.06
      return Math.round(price * 100) / 100
    })
    const open = close.map((value) => Math.round(value * (1 + (random() - 0.5) * 0.02) * 100) / 100)
    const sma = close.map((value) => Math.round(value * (1 + (random() - 0.5) * 0.1) * 100) / 100)
    const common = { subject, provider: 'test', fetchedAt: '2026-10-31T00:00:00Z' }
    ledger.add({
      ...common,
      tool: 'bars',
      asOf: dates,
      metrics: [
        { name: 'close', unit: 'USD', values: close },
        { name: 'open', unit: 'USD', values: open },
        { name: 'volume', unit: 'shares', values: close.map(() => Math.floor(random() * 1e8)) },
      ],
    })
    ledger.add({
      ...common,
      tool: 'indicator',
      asOf: dates,
      metrics: [
        { name: 'close', unit: 'USD', values: close },
        { name: 'SMA(50)', unit: 'USD', values: sma },
        { name: 'RSI(14)', unit: '1', values: close.map(() => Math.round(random() * 1000) / 10) },
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
          values: [Math.floor(1e9 + random() * 1e11), Math.floor(1e9 + random() * 1e11)],
        },
        {
          name: 'netIncome',
          unit: 'USD',
          values: [Math.floor(random() * 1e10), Math.floor(random() * 1e10)],
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

/** Sentences as a well-behaved model writes them, true by construction. */
function makeClaims(random: Random, evidence: readonly Evidence[], subject: string): Claim[] {
  const find = (tool: string) => {
    const found = evidence.find((candidate) => candidate.tool === tool && candidate.subject === subject)
    if (!found) throw new Error(`No ${tool} evidence.`)
    return found
  }
  const [bars, indicator, fundamentals] = [find('bars'), find('indicator'), find('fundamentals')]
  const symbol = subject.replace(/^.*:/, '')
  const last = newest(bars)
  const earlier = pick(random, dates.slice(0, -1))
  const ref = (asOf: string) => ({ subject, metric: 'close', asOf, ref: bars.id })
  const close = valueAt(indicator, 'close', last)
  const sma = valueAt(indicator, 'SMA(50)', last)
  const change = valueAt(bars, 'close', last) - valueAt(bars, 'close', earlier)
  const rsi = valueAt(indicator, 'RSI(14)', last)
  const claims = [
    claim(`${symbol} closed at {a} on {a.date}.`, [slot(bars, 'a', 'close')]),
    claim(
      `The close of {a} is ${close > sma ? 'above' : 'below'} its 50-day average of {b}.`,
      [slot(indicator, 'a', 'close'), slot(indicator, 'b', 'SMA(50)')],
      [{ left: 'a', relation: close > sma ? 'above' : 'below', right: 'b' }],
    ),
    claim(`Volume came to {v} in the session; the S&P 500 rules are unaffected.`, [
      slot(bars, 'v', 'volume'),
    ]),
    claim(`In the last fiscal year revenue was {r}, as the 10-K for FY2025 says.`, [
      slot(fundamentals, 'r', 'revenue'),
    ]),
    claim(
      `The shares ${change > 0 ? 'gained' : 'lost'} {c} on that measure.`,
      [slot(bars, 'c', 'close', { op: 'pctDiff', base: ref(earlier), magnitude: true })],
      [{ left: 'c', relation: change > 0 ? 'rising' : 'falling', right: null }],
    ),
    claim(`Between the extremes of the window, {l} and {h}, the trading range stayed orderly.`, [
      slot(bars, 'l', 'close', { op: 'min', since: dates[0] ?? '' }),
      slot(bars, 'h', 'close', { op: 'max', since: dates[0] ?? '' }),
    ]),
  ]
  if (rsi >= 70 || rsi <= 30) {
    const relation = rsi >= 70 ? 'overbought' : 'oversold'
    claims.push(
      claim(
        `At {r} the 14-day RSI is ${relation}.`,
        [slot(indicator, 'r', 'RSI(14)')],
        [{ left: 'r', relation, right: null }],
      ),
    )
  }
  return claims
}

function makeReport(random: Random): { report: StoredReport; evidence: Evidence[] } {
  const evidence = makeEvidence(random)
  const subject = pick(random, subjects)
  const resolved = makeClaims(random, evidence, subject).map((draft, index) => {
    const result = resolveClaim(draft, evidence, 'en', `claims[${index}]`)
    if ('violations' in result) throw new Error(JSON.stringify({ draft, violations: result.violations }))
    return result.claim
  })
  const body = {
    stance: pick(random, ['bullish', 'bearish', 'neutral']),
    horizon: 'weeks',
    sections: [
      { heading: 'Trend', claims: resolved.slice(0, 3) },
      { heading: 'Business', claims: resolved.slice(3) },
    ],
  }
  const report: StoredReport = {
    format: 1,
    kind: 'technical',
    subjects: [subject],
    asOf: '2026-10-31T00:00:00Z',
    locale: 'en',
    status: 'complete',
    body,
    missing: [],
    disclaimer,
  }
  return { report, evidence }
}

type Body = { stance: string; sections: { heading: string; claims: ResolvedClaim[] }[] }
type Mutation = (random: Random, body: Body, claim: ResolvedClaim, evidence: readonly Evidence[]) => boolean

const swapWord: Record<string, string> = {
  above: 'below',
  below: 'above',
  gained: 'lost',
  lost: 'gained',
  overbought: 'oversold',
  oversold: 'overbought',
}
const replaceAt = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)

const mutations: Record<string, Mutation> = {
  digit(random, _body, claim) {
    const places = [...claim.rendered.matchAll(/\d/g)].map((match) => match.index)
    if (places.length === 0) return false
    const at = pick(random, places)
    claim.rendered = replaceAt(
      claim.rendered,
      at,
      String((Number(claim.rendered[at]) + 1 + Math.floor(random() * 9)) % 10),
    )
    return true
  },
  value(random, _body, claim) {
    const target = pick(random, claim.values)
    Object.assign(target, { value: target.value * (1 + (random() - 0.5) * 0.1) + 1e-6 })
    return true
  },
  ticker(random, _body, claim) {
    const at = claim.slots[0]?.subject ?? ''
    const other = pick(
      random,
      subjects.filter((subject) => subject !== at),
    )
    if (random() < 0.5 && claim.text.includes('closed at')) {
      const swap = (text: string) => text.replace(/^\S+/, other.replace(/^.*:/, ''))
      Object.assign(claim, { text: swap(claim.text), rendered: swap(claim.rendered) })
      return true
    }
    Object.assign(pick(random, claim.slots), { subject: other })
    return true
  },
  evidence(random, _body, claim, evidence) {
    const target = pick(random, claim.slots)
    Object.assign(target, {
      ref: pick(
        random,
        evidence.filter(({ id, subject }) => id !== target.ref && subject !== target.subject),
      ).id,
    })
    return true
  },
  field(random, _body, claim, evidence) {
    const target = pick(random, claim.slots)
    const metrics = evidence.find(({ id }) => id === target.ref)?.metrics.map(({ name }) => name) ?? []
    const before = resolveSlot(target, (id) => evidence.find((piece) => piece.id === id))
    const others = metrics.filter((name) => name !== target.metric)
    Object.assign(target, { metric: pick(random, others) })
    // Two columns may hold the same value by chance: the sentence is then still true.
    const after = resolveSlot(target, (id) => evidence.find((piece) => piece.id === id))
    return !(before.ok && after.ok && before.value === after.value)
  },
  stale(random, _body, claim, evidence) {
    const target = pick(random, claim.slots)
    const rows = evidence.find(({ id }) => id === target.ref)?.asOf ?? []
    Object.assign(target, {
      asOf: pick(
        random,
        rows.filter((row) => row !== target.asOf),
      ),
    })
    return true
  },
  sign(random, _body, claim) {
    const target = pick(random, claim.values)
    if (target.value === 0) return false
    Object.assign(target, { value: -target.value })
    return true
  },
  scale(random, _body, claim) {
    Object.assign(pick(random, claim.values), {
      value: pick(random, claim.values).value * pick(random, [0.001, 1000, 1e6]) + 1,
    })
    return true
  },
  unit(random, _body, claim) {
    const target = pick(random, claim.values)
    Object.assign(target, {
      unit: pick(
        random,
        ['EUR', '%', 'x', 'shares', '1', 'USD'].filter((unit) => unit !== target.unit),
      ),
    })
    return true
  },
  comparative(_random, _body, claim) {
    const word = Object.keys(swapWord).find((candidate) => claim.text.includes(candidate))
    if (!word) return false
    const swap = (text: string) => text.replace(word, swapWord[word] ?? '')
    Object.assign(claim, { text: swap(claim.text), rendered: swap(claim.rendered) })
    return true
  },
  relation(random, _body, claim) {
    const comparison = claim.comparisons[0]
    if (!comparison) return false
    const word = Object.keys(swapWord).find((candidate) => claim.text.includes(candidate)) ?? ''
    const swap = (text: string) => text.replace(word, swapWord[word] ?? '')
    const opposite = {
      above: 'below',
      below: 'above',
      rising: 'falling',
      falling: 'rising',
      overbought: 'oversold',
      oversold: 'overbought',
    } as const
    const relation = opposite[comparison.relation as keyof typeof opposite]
    Object.assign(claim, {
      text: swap(claim.text),
      rendered: swap(claim.rendered),
      comparisons: [{ ...comparison, relation }],
    })
    return random() >= 0
  },
  spelledOut(random, _body, claim) {
    const words = [
      'three percent',
      'about twelve dollars',
      'two million',
      'a third',
      'double',
      'twenty-five',
      'half of it',
      'a dozen',
      'ninety',
      'tenfold',
      'one hundred',
    ]
    const tail = ` That is ${pick(random, words)}.`
    Object.assign(claim, { text: claim.text + tail, rendered: claim.rendered + tail })
    return true
  },
  unicode(random, _body, claim) {
    const tail = ` Note ${pick(random, ['１２', '٣', '३', '½', '²', '①', 'Ⅷ', '五', '𝟟', '𝟙𝟚'])}.`
    Object.assign(claim, { text: claim.text + tail, rendered: claim.rendered + tail })
    return true
  },
  prose(random, _body, claim) {
    const tail = ` Support lies at ${Math.floor(random() * 900) / 10}.`
    Object.assign(claim, { text: claim.text + tail, rendered: claim.rendered + tail })
    return true
  },
  heading(random, body) {
    const section = pick(random, body.sections)
    section.heading += pick(random, [' 7', ' up 3 %', ' of 52 weeks', ' ٤', ' of five parts', ' 1.5x'])
    return true
  },
  enumValue(random, body) {
    body.stance += pick(random, ['-9', '2', ' 80%', '-seven', '-①'])
    return true
  },
}

describe('verifyReport', () => {
  test('raises no alarm on a thousand clean reports', () => {
    const random = createRandom(1)
    for (let i = 0; i < 1_000; i++) {
      const { report, evidence } = makeReport(random)
      expect(verifyReport(JSON.parse(JSON.stringify(report)), evidence)).toMatchObject({
        ok: true,
        violations: [],
      })
    }
  }, 60_000)

  test('catches each of ten thousand altered reports', () => {
    const random = createRandom(2)
    const names = Object.keys(mutations)
    const missed: string[] = []
    let base = makeReport(random)
    let done = 0
    for (let i = 0; done < 10_000; i++) {
      if (i % 50 === 0) base = makeReport(random)
      const report: StoredReport<Body> = JSON.parse(JSON.stringify(base.report))
      const body = report.body
      if (!body) throw new Error('The base report has a body.')
      const name = names[i % names.length] ?? ''
      const claim = pick(random, pick(random, body.sections).claims)
      const before = JSON.stringify(body)
      if (!mutations[name]?.(random, body, claim, base.evidence) || JSON.stringify(body) === before) continue
      done++
      if (verifyReport(report, base.evidence).ok) missed.push(`${name}: ${JSON.stringify(claim)}`)
    }
    expect(missed).toEqual([])
  }, 60_000)
})
