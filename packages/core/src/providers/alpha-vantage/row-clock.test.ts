import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRowClock } from './row-clock.ts'

test('a key is the instant that it would be in UTC, whatever came before it', () => {
  const read = createRowClock()
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      const text = instant.toISOString()
      expect(read(`${text.slice(0, 10)} ${text.slice(11, 19)}`)).toBe(
        Math.floor(instant.getTime() / 1000) * 1000,
      )
      expect(read(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)))
    }),
  )
})

test.each([
  '2024-13-01',
  '2024-00-01',
  '2024-01-32',
  '2024-01-00',
  '2024/01/31',
  '2024-1-31',
  '2024-01-31T09:30:00',
])('"%s" is no key', (key) => {
  expect(createRowClock()(key)).toBeNaN()
})

test.each(['2024-01-31 24:00:00', '2024-01-31 09:60:00', '2024-01-31 09-30-00', '2024-01-31 xx:30:00'])(
  '"%s" is no time of day',
  (key) => {
    expect(createRowClock()(key)).toBeNaN()
  },
)
