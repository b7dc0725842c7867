import { describe, expect, test } from 'vitest'
import type { Slot } from '../claims/claim.ts'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { checkDraftPeriods } from './checkDraftPeriods.ts'
import { indexEvidence } from './indexEvidence.ts'

const ledger = createEvidenceLedger()
const subject = 'equity:AAPL'

/** Evidence with these rows, and what makes a slot of the row that stands so many before the newest. */
function evidenceOf(name: string, rows: readonly string[]) {
  const { id } = ledger.add({
    ...{ tool: 'test', subject, provider: 'test', fetchedAt: '2026-03-01T00:00:00Z', asOf: rows },
    metrics: [{ name, unit: 'USD', values: rows.map((_, index) => index) }],
  })
  return (back: number, more: Partial<Slot> = {}): Slot => {
    const at = { subject, metric: name, asOf: rows.at(-1 - back) ?? '', ref: id }
    return { name: 'a', ...at, op: 'value', base: null, since: null, magnitude: false, ...more }
  }
}

const annual = evidenceOf('revenue', ['2023-09-30', '2024-09-28', '2025-09-27'])
const quarterly = evidenceOf('revenue', [
  ...['2024-12-28', '2025-03-29', '2025-06-28', '2025-09-27', '2025-12-27'],
])
const daily = evidenceOf('close', ['2026-02-25', '2026-02-26', '2026-02-27', '2026-03-02'])
const weekly = evidenceOf('close', ['2026-02-06', '2026-02-13', '2026-02-20', '2026-02-27'])
const hourly = evidenceOf('close', ['2026-02-27T15:00:00Z', '2026-02-27T16:00:00Z'])
const only = evidenceOf('revenue', ['2025-12-27'])

const change = (rows: typeof annual, back: number) => rows(0, { op: 'pctDiff', base: rows(back) })

function refusedIn(text: string, ...slots: readonly Slot[]): string[] {
  return checkDraftPeriods(text, slots, indexEvidence(ledger.list()), '').map(({ detail }) => detail)
}

describe('a change is said over the span between its rows', () => {
  test.each<[string, ...Slot[]]>([
    ['Revenue rose {a} year over year.', change(annual, 1)],
    ['Revenue rose {a} year-on-year.', change(quarterly, 4)],
    ['Quarter over quarter, revenue rose {a}.', change(quarterly, 1)],
    ['The close rose {a} week over week.', change(weekly, 1)],
    ['Year over year, revenue rose to {a} from {b}.', quarterly(0), quarterly(4)],
    ['Revenue was {a}, and rose year over year.', annual(0)],
    ['Revenue rose {a} from the prior fiscal year.', change(annual, 1)],
    ['Revenue rose {a} from a year earlier.', change(quarterly, 4)],
    ['The close fell {a} from the previous session.', change(daily, 1)],
    ['Revenue rose {a} from the prior quarter, after a product of a year ago.', change(quarterly, 1)],
  ])('%s', (text, ...slots) => {
    expect(refusedIn(text, ...slots)).toEqual([])
  })

  test.each<[string, string, ...Slot[]]>([
    ['Revenue rose {a} month over month.', 'month over month', change(annual, 1)],
    ['Revenue rose {a} year over year.', 'year over year', change(annual, 2)],
    ['Quarter-on-quarter revenue rose {a}.', 'Quarter-on-quarter', change(quarterly, 4)],
    ['The close rose {a} week over week.', 'week over week', change(daily, 1)],
    ['Year over year, revenue rose to {a} from {b}.', 'Year over year', quarterly(0), quarterly(1)],
    ['Revenue rose {a} from the prior year.', 'prior year', change(annual, 2)],
    ['Revenue rose {a} from the quarter before.', 'from the quarter before', change(quarterly, 2)],
    ['The close fell {a} from the prior session.', 'prior session', change(weekly, 1)],
  ])('not %s', (text, refused, ...slots) => {
    expect(refusedIn(text, ...slots)).toEqual([refused])
  })
})

describe('a metric is named by the pace of its rows', () => {
  test.each<[string, ...Slot[]]>([
    ['Annual revenue is {a}.', annual(0)],
    ['Quarterly sales are {a}.', quarterly(0)],
    ['The daily close is {a}.', daily(0)],
    ['The weekly close is {a}.', weekly(0)],
    ['Annual revenue of {a}.', quarterly(0, { op: 'sum', since: '2025-03-29' })],
    ['Quarterly revenue is {a}.', only(0)],
    ['The annual report shows revenue of {a}.', quarterly(0)],
    ['Annual revenue of {a}, quarterly revenue of {b}.', annual(0), quarterly(0)],
  ])('%s', (text, ...slots) => {
    expect(refusedIn(text, ...slots)).toEqual([])
  })

  test.each<[string, string, ...Slot[]]>([
    ['Quarterly revenue is {a}.', 'Quarterly revenue', annual(0)],
    ['Annual sales are {a}.', 'Annual sales', quarterly(0)],
    ['Monthly revenue rose {a}.', 'Monthly revenue', change(annual, 1)],
    ['The weekly close is {a}.', 'weekly close', daily(0)],
    ['The daily close is {a}.', 'daily close', hourly(0)],
  ])('not %s', (text, refused, ...slots) => {
    expect(refusedIn(text, ...slots)).toEqual([refused])
  })
})

test('a fiscal year is that of a row, or next to it', () => {
  expect(refusedIn('In fiscal 2026 revenue was {a}.', annual(0))).toEqual([])
  expect(refusedIn('In FY22 revenue was {a}.', annual(0))).toEqual(['FY22'])
})
