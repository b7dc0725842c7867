import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createRandom } from '../../testing/random.ts'
import { renderReport } from '../render/renderReport.ts'
import { reportId } from '../report/reportId.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { draftWording } from './draftWording.ts'
import { makeReport } from './test/cleanReports.ts'
import { mutations, swaps } from './test/mutations.ts'
import { sentenceClaim } from './test/sentenceEvidence.ts'
import { verifyReport } from './verifyReport.ts'

const identified = <body>({ id: _, ...content }: StoredReport<body>): StoredReport<body> => ({
  ...content,
  id: reportId(content),
})
const copy = <value>(value: value): value => JSON.parse(JSON.stringify(value))

describe('verifyReport', () => {
  test('raises no alarm on a thousand clean reports of every schema', () => {
    const random = createRandom(1)
    for (let i = 0; i < 1_000; i++) {
      const { report, evidence } = makeReport(random, true)
      const { violations, claims } = verifyReport(copy(report), evidence)
      expect(violations).toEqual([])
      expect(verifyReport(report, evidence, { wording: draftWording }).violations).toEqual([])
      expect(claims).toBe(JSON.stringify(report.body).split('"rendered"').length - 1)
    }
  }, 120_000)

  test('catches each of ten thousand altered reports', () => {
    const random = createRandom(2)
    const kinds = { ...mutations, ...swaps }
    const names = Object.keys(kinds)
    const done = new Map(names.map((name) => [name, 0]))
    const missed: string[] = []
    let base = makeReport(random)
    for (let i = 0, count = 0; count < 10_000; i++) {
      if (i % 20 === 0) base = makeReport(random, i % 100 === 0)
      const { report, evidence } = copy(base)
      const name = names[i % names.length] ?? ''
      if (!report.body || !kinds[name]?.(random, report.body, evidence)) continue
      if (JSON.stringify([report, evidence]) === JSON.stringify([base.report, base.evidence])) continue
      count++
      done.set(name, (done.get(name) ?? 0) + 1)
      // A forger who knows how reports are made gives it the id that fits.
      const forged = name in mutations ? identified(report) : report
      if (verifyReport(forged, evidence).ok)
        missed.push(`${name}: ${JSON.stringify(report.body).slice(0, 600)}`)
    }
    expect(missed).toEqual([])
    for (const [name, count] of done) expect([name, count > 20]).toEqual([name, true])
  }, 240_000)

  test.each<[string, (report: StoredReport<object>) => object]>([
    [
      'a partial report shown as complete',
      () => ({ missing: [{ path: 'a', reason: 'budget', message: 'x' }] }),
    ],
    ['a complete report without a body', () => ({ body: null })],
    ['an abstention with a body', () => ({ status: 'abstained' })],
    [
      'a reason that hides a number',
      () => ({ status: 'partial', missing: [{ path: '', reason: 'budget', message: 'Up 40 %.' }] }),
    ],
    ['a kind that says a number', () => ({ kind: 'up-forty-percent' })],
    ['a name of a part that says a number', ({ body }) => ({ body: { ...body, 'Up 40 %': [] } })],
    ['a name of a part that ends in a number', ({ body }) => ({ body: { ...body, target250: [] } })],
    ['a heading that no report has', () => ({ title: 'Target 250' })],
    [
      'a missing part with a note',
      () => ({
        status: 'partial',
        missing: [{ path: '', reason: 'no-data', message: 'There was no data for it.', note: '250' }],
      }),
    ],
    [
      'a subject that says a sentence',
      ({ subjects }) => ({ subjects: [...subjects, 'equity:AAPL up a lot'] }),
    ],
    ['another disclaimer', ({ disclaimer }) => ({ disclaimer: { ...disclaimer, text: 'Buy.' } })],
    ['an earlier time than its evidence', () => ({ asOf: '2026-10-10T00:00:00Z' })],
    ['another locale than its digits', () => ({ locale: 'de' })],
  ])('refuses %s', (_what, change) => {
    const random = createRandom(3)
    let { report, evidence } = makeReport(random)
    while (!JSON.stringify(report.body).includes('rendered')) ({ report, evidence } = makeReport(random))
    expect(verifyReport(report, evidence).ok).toBe(true)
    expect(verifyReport(identified({ ...report, ...change(report) }), evidence).ok).toBe(false)
    expect(verifyReport({ ...report, ...change(report) }, evidence).ok).toBe(false)
  })
})

test('the wording of drafts tells what a forger writes beside a stored value', () => {
  const random = createRandom(9)
  const tails = [', and went through the roof', ', which dwarfs its rivals', ', and cratered', ' squared']
  for (let i = 0; i < 100; i++) {
    const { report, evidence } = makeReport(random)
    const body = JSON.parse(JSON.stringify(report.body), (key, value) =>
      key === 'text' || key === 'rendered' ? value.replace(/\.?$/, `${random.pick(tails)}.`) : value,
    )
    if (JSON.stringify(body) === JSON.stringify(report.body)) continue
    const { violations } = verifyReport(identified({ ...report, body }), evidence, { wording: draftWording })
    expect(violations).not.toEqual([])
  }
})

test('a report that was written by a runtime with other locale data verifies, and another number does not', () => {
  const random = createRandom(8)
  let { report, evidence } = makeReport(random)
  while (!/rendered":"[^"]*\$/.test(JSON.stringify(report.body))) ({ report, evidence } = makeReport(random))
  const rewrite = (change: (rendered: string) => string): StoredReport<object> => {
    const text = JSON.stringify(report).replace(
      /"rendered":"([^"]*)"/g,
      (_, rendered: string) => `"rendered":"${change(rendered)}"`,
    )
    return identified(JSON.parse(text))
  }
  expect(
    verifyReport(
      rewrite((text) => text.replaceAll(' ', '\u202f')),
      evidence,
    ).violations,
  ).toEqual([])
  expect(
    verifyReport(
      rewrite((text) => `\u200e${text}`),
      evidence,
    ).ok,
  ).toBe(true)
  expect(
    verifyReport(
      rewrite((text) => text.replace('$', '€')),
      evidence,
    ).ok,
  ).toBe(false)
  expect(
    verifyReport(
      rewrite((text) => text.replace('.', ',')),
      evidence,
    ).ok,
  ).toBe(false)
})

test('a stored report that was damaged anywhere is refused, and nothing is thrown', () => {
  const random = createRandom(6)
  for (let i = 0; i < 300; i++) {
    const base = makeReport(random)
    const damaged = copy(base)
    const places: [object, string][] = []
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, member] of Object.entries(value)) {
        places.push([value, key])
        visit(member)
      }
    }
    visit(damaged)
    const [owner, key] = random.pick(places)
    Reflect.set(owner, key, random.pick([null, 7, 'x', {}, [], [null]]))
    expect(() => verifyReport(damaged.report, damaged.evidence)).not.toThrow()
  }
  const nothing: StoredReport = JSON.parse('null')
  expect(verifyReport(nothing, []).ok).toBe(false)
})

describe('a stored claim that holds more than its schema lets one hold', () => {
  const { report, evidence } = makeReport(createRandom(6))
  const claim = sentenceClaim('The close is {a}.')
  const [slot] = claim.slots
  const many = (part: unknown, count: number) => Array.from({ length: count }, () => part)
  test.each<[member: string, most: number, of: (count: number) => unknown]>([
    ['text', 400, (count) => 'a'.repeat(count)],
    ['slots', 8, (count) => many(slot, count)],
    ['comparisons', 4, (count) => many({ left: 'a', relation: 'above', right: 'b' }, count)],
    ['quotes', 3, (count) => many({ ref: 'ev_unknown', article: 'a', start: 0, end: 1 }, count)],
  ])('is refused unread: more %s than %d', (member, most, of) => {
    const kindsOf = (count: number) => {
      let found = 0
      const altered = JSON.parse(JSON.stringify(report), (_, value) =>
        value?.rendered && found++ === 0 ? { ...value, [member]: of(count) } : value,
      )
      const { violations } = verifyReport(identified<object>(altered), evidence, { wording: draftWording })
      return violations.map(({ kind }) => kind)
    }
    expect(kindsOf(most + 1)).toEqual(['oversized'])
    expect(kindsOf(50_000)).toEqual(['oversized'])
    expect(kindsOf(most)).not.toContain('oversized')
    for (const [count, fits] of [
      [most, true],
      [most + 1, false],
    ] as const)
      expect(z.safeParse(claimSchema, { ...claim, [member]: of(count) }).success).toBe(fits)
  })
})

test('nothing rides along in any part of a claim', () => {
  const random = createRandom(7)
  const { report, evidence } = makeReport(random)
  const parts: object[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) parts.push(value)
    Object.values(value).forEach(visit)
  }
  const body = copy(report.body)
  visit(body)
  for (const part of parts) {
    Reflect.set(part, 'note', 'Up 12 percent')
    expect(verifyReport(identified({ ...report, body }), evidence).ok).toBe(false)
    Reflect.deleteProperty(part, 'note')
  }
  expect(verifyReport(identified({ ...report, body }), evidence).ok).toBe(true)
})

test('what a value is measured against has no members of a slot', () => {
  const random = createRandom(7)
  let { report, evidence } = makeReport(random)
  while (!/"base":\{/.test(JSON.stringify(report.body))) ({ report, evidence } = makeReport(random))
  const altered = (member: string) =>
    identified<object>(
      JSON.parse(JSON.stringify(report), (key, value) =>
        key === 'base' && value ? { ...value, ...JSON.parse(member) } : value,
      ),
    )
  expect(verifyReport(altered('{}'), evidence).violations).toEqual([])
  expect(verifyReport(altered('{"op":"value"}'), evidence).ok).toBe(false)
})

describe('renderReport', () => {
  test('gives the sentences that are stored, in any locale, and none that its evidence does not bear out', () => {
    const random = createRandom(4)
    for (let i = 0; i < 50; i++) {
      const { report, evidence } = makeReport(random)
      const rendered = JSON.stringify(renderReport(report, evidence).body)
      const bare = JSON.stringify(renderReport(report, []).body)
      for (const [, sentence = ''] of JSON.stringify(report.body).matchAll(/"rendered":"([^"]*)"/g)) {
        expect(rendered).toContain(sentence)
        expect(bare).not.toContain(sentence)
      }
      expect(renderReport(report, evidence, { locale: 'de' }).asOf).toBe('31.10.2026, 00:00 UTC')
    }
  })
})
