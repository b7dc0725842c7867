import { expect, test } from 'vitest'
import type { Evidence } from '../evidence/evidence.ts'
import type { Slot } from './claim.ts'
import { resolveSlot } from './resolveSlot.ts'

const [before, after] = ['2026-01-05', '2026-01-06']
const at = { subject: 'equity:AAPL', metric: 'price', asOf: after, ref: 'ev_1' }

function resolve(op: Slot['op'], [from, to]: readonly [number, number], basis: { metric?: string } = {}) {
  const evidence: Evidence = {
    ...{ id: 'ev_1', tool: 'bars', subject: 'equity:AAPL', provider: 'fake' },
    ...{ fetchedAt: '2026-01-06T21:00:00.000Z', asOf: [before, after] },
    metrics: [
      { name: 'price', unit: 'USD', values: [from, to] },
      { name: 'priceAbroad', unit: 'EUR', values: [from, to] },
    ],
  }
  const isBinary = op === 'diff' || op === 'pctDiff' || op === 'ratio'
  const slot: Slot = {
    ...{ name: 'a', ...at, op, magnitude: false },
    base: isBinary ? { ...at, asOf: before, ...basis } : null,
    since: isBinary || op === 'value' ? null : before,
  }
  return resolveSlot(slot, (id) => (id === 'ev_1' ? evidence : undefined))
}

test.each([
  ['diff', [4, 10], 6, 'USD'],
  ['pctDiff', [4, 10], 150, '%'],
  ['ratio', [4, 10], 2.5, 'x'],
  ['value', [4, 10], 10, 'USD'],
  ['min', [4, 10], 4, 'USD'],
  ['max', [4, 10], 10, 'USD'],
  ['mean', [4, 10], 7, 'USD'],
  ['sum', [4, 10], 14, 'USD'],
  ['count', [4, 10], 2, '1'],
] as const)('%s of %j is %d %s', (op, values, value, unit) => {
  expect(resolve(op, values)).toEqual({ ok: true, value, unit })
})

test('a rise from a loss is a rise', () => {
  expect(resolve('pctDiff', [-4, 2])).toMatchObject({ value: 150 })
  expect(resolve('pctDiff', [-4, -6])).toMatchObject({ value: -50 })
})

test.each([
  ['ratio', [0, 1]],
  ['ratio', [0, 0]],
  ['pctDiff', [-0, 1]],
  ['ratio', [5e-324, 1]],
  ['pctDiff', [5e-324, 1]],
  ['diff', [-1e308, 1e308]],
  ['sum', [1e308, 1e308]],
  ['mean', [1e308, 1e308]],
] as const)('%s of %j is no number', (op, values) => {
  expect(resolve(op, values)).toMatchObject({ ok: false, problem: 'division-by-zero' })
})

test.each(['diff', 'pctDiff', 'ratio'] as const)('%s of dollars and euros is not computed', (op) => {
  expect(resolve(op, [4, 10], { metric: 'priceAbroad' })).toMatchObject({ problem: 'unit-mismatch' })
})

test('percentages differ by percentage points', () => {
  const slot: Slot = {
    ...{ name: 'a', ...at, metric: 'margin', op: 'diff', magnitude: false, since: null },
    base: { ...at, metric: 'margin', asOf: before },
  }
  const metrics = [{ name: 'margin', unit: '%', values: [20, 22.5] }]
  const facts = {
    id: 'ev_1',
    tool: 'fundamentals',
    subject: 'equity:AAPL',
    provider: 'fake',
    fetchedAt: after,
  }
  expect(resolveSlot(slot, () => ({ ...facts, asOf: [before, after], metrics }))).toEqual({
    ok: true,
    value: 2.5,
    unit: 'pp',
  })
})
