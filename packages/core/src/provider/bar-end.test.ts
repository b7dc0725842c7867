import { expect, test } from 'vitest'
import { barEnd } from './bar-end.ts'

const newYork = 'America/New_York'
const at = (iso: string) => Date.parse(iso)

test.each([
  ['5m', '2024-01-02T14:30:00Z', '2024-01-02T14:35:00Z'],
  ['1d', '2024-01-02T14:30:00Z', '2024-01-03T05:00:00Z'],
  ['1d', '2024-03-10T05:00:00Z', '2024-03-11T04:00:00Z'],
  ['1w', '2024-03-04T05:00:00Z', '2024-03-11T04:00:00Z'],
  ['1mo', '2024-02-01T05:00:00Z', '2024-03-01T05:00:00Z'],
  ['3mo', '2023-12-01T05:00:00Z', '2024-03-01T05:00:00Z'],
  ['1y', '2024-01-01T05:00:00Z', '2025-01-01T05:00:00Z'],
] as const)('a %s bar of %s is over at %s', (interval, open, end) => {
  expect(new Date(barEnd(at(open), interval, newYork)).toISOString()).toBe(new Date(end).toISOString())
})
