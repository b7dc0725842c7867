import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateInZone, isTimeZone, offsetInZone, zonedToUtc } from './time-zone.ts'

/** The offset by another way: what the zone's clock shows, read as if it were UTC. */
function offsetByClock(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(time)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(time / 1000) * 1000
}

test('the offset of every zone is what its clock shows, at any second since 1902', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(300)
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(1902, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 }),
      (zone, seconds) => {
        expect(offsetInZone(seconds * 1000, zone)).toBe(offsetByClock(seconds * 1000, zone))
      },
    ),
    { numRuns: 2_000 },
  )
})

test.each([
  ['America/New_York', '2024-07-01T00:00:00Z', -4],
  ['America/St_Johns', '2024-01-01T00:00:00Z', -3.5],
  ['Asia/Kathmandu', '2024-01-01T00:00:00Z', 5.75],
  ['Europe/London', '2024-01-01T00:00:00Z', 0],
  // The sun's own time, before there were zones: 4 hours, 56 minutes and 2 seconds.
  ['America/New_York', '1880-01-01T00:00:00Z', -(4 + 56 / 60 + 2 / 3600)],
])('%s at %s is %d hours off', (zone, time, hours) => {
  expect(offsetInZone(Date.parse(time), zone)).toBe(Math.round(hours * 3_600_000))
})

test('a wall clock is read back, but for the hour that spring leaves out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'),
      fc.integer({ min: 0, max: 2e9 }),
      (zone, seconds) => {
        const local = seconds * 1000
        const time = zonedToUtc(local, zone)
        const shown = time + offsetInZone(time, zone)
        const isLeftOut = shown !== local && offsetInZone(time, zone) !== offsetInZone(time - 7_200_000, zone)
        expect(shown === local || isLeftOut).toBe(true)
      },
    ),
  )
})

test('a date is that of the zone', () => {
  expect(dateInZone(Date.UTC(2024, 0, 2, 3), 'America/New_York')).toBe('2024-01-01')
  expect(dateInZone(Date.UTC(2024, 0, 2, 3), 'Asia/Tokyo')).toBe('2024-01-02')
  expect([isTimeZone('Asia/Tokyo'), isTimeZone('Mars/Olympus')]).toEqual([true, false])
})
