import { offsetInZone } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { timeLabel, zoneAbbreviation, zonePlace, zoneTimes } from './zone-times.ts'

const hour = 3_600_000
const hours = (from: number, count: number) =>
  Float64Array.from({ length: count }, (_, index) => from + index * hour)

test('every bar of a year stands at the exchange’s wall-clock time, both changes of the clock included', () => {
  const times = hours(Date.UTC(2026, 0, 1), 365 * 24)
  const local = zoneTimes(times, 'America/New_York')
  const autumn = Date.UTC(2026, 10, 1, 6)
  times.forEach((time, index) => {
    if (time === autumn) return
    expect(local[index]).toBe((time + offsetInZone(time, 'America/New_York')) / 1000)
  })
})

test('the autumn hour that happens twice keeps the axis going forward', () => {
  const local = zoneTimes(hours(Date.UTC(2026, 10, 1), 24), 'America/New_York')
  local.slice(1).forEach((time, index) => {
    expect(time).toBeGreaterThan(local[index] ?? 0)
  })
})

test('labels are in the exchange’s zone, with the clock for bars within a day only', () => {
  const open = Date.UTC(2026, 6, 1, 13, 30)
  expect(timeLabel(open, 'America/New_York', false, 'en-GB')).toContain('09:30')
  expect(timeLabel(open, 'America/New_York', true, 'en-GB')).not.toContain('09:30')
  expect(zoneAbbreviation(open, 'America/New_York')).toBe('EDT')
  expect([zonePlace('America/New_York'), zonePlace('Etc/UTC')]).toEqual(['New York', 'UTC'])
})
