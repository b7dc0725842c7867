import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { zonedToUtc } from '../market/index.ts'
import { createWallClock } from './wall-clock.ts'

const minutes = (iso: string) => Date.parse(iso) / 60_000

test.each(['America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'])(
  'reads every wall-clock time of %s as zonedToUtc does',
  (timeZone) => {
    const toUtc = createWallClock(timeZone)
    assert(
      property(integer({ min: minutes('1999-01-01'), max: minutes('2030-01-01') }), (minute) => {
        expect(toUtc(minute * 60_000)).toBe(zonedToUtc(minute * 60_000, timeZone))
      }),
    )
  },
)

test('skipped and repeated hours of New York are read as zonedToUtc does', () => {
  const toUtc = createWallClock('America/New_York')
  for (const day of ['2024-03-10', '2024-11-03']) {
    for (let minute = 0; minute < 300; minute += 5) {
      const local = Date.parse(day) + minute * 60_000
      expect(toUtc(local)).toBe(zonedToUtc(local, 'America/New_York'))
    }
  }
})
