import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInstantClock, createRowClock } from './row-clock.ts'

const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

describe('createRowClock', () => {
  test('a date with or without a time is the instant that it would be in UTC, whatever came before it', () => {
    const read = createRowClock()
    fc.assert(
      fc.property(instants, (instant) => {
        const text = instant.toISOString()
        const second = Math.floor(instant.getTime() / 1000) * 1000
        expect(read(`${text.slice(0, 10)} ${text.slice(11, 19)}`, true)).toBe(second)
        expect(read(text.slice(0, 10), false)).toBe(Date.parse(text.slice(0, 10)))
      }),
    )
  })

  test.each(['2024-13-01', '2024-00-01', '2024-01-32', '2024-01-00', '2024/01/31', '2024-1-31', ''])(
    '"%s" is no date',
    (text) => {
      expect(createRowClock()(text, false)).toBeNaN()
    },
  )

  test.each([
    '2024-01-31 24:00:00',
    '2024-01-31 09:60:00',
    '2024-01-31 09-30-00',
    '2024-01-31 xx:30:00',
    '2024-01-31',
  ])('"%s" is no time of day', (text) => {
    expect(createRowClock()(text, true)).toBeNaN()
  })
})

describe('createInstantClock', () => {
  test('instants are read as Date.parse reads them', () => {
    const read = createInstantClock()
    fc.assert(
      fc.property(instants, (instant) => {
        const iso = instant.toISOString()
        for (const end of ['Z', '.000Z', '+00:00', '-05:00', '+05:30', '.123Z', iso.slice(19), '', '.5Z']) {
          const text = `${iso.slice(0, 19)}${end}`
          expect(read(text)).toBe(Date.parse(text))
        }
      }),
    )
  })

  test.each([
    '2024-01-31',
    '2024-01-31 14:30:00Z',
    '2024-01-31T24:00:00Z',
    '2024-02-31T10:00:00Z',
    '2024-01-31T14:30:00A',
    '2024-13-31T14:30:00Z',
    'yesterday',
    '',
  ])('"%s" means what it means to Date.parse', (text) => {
    expect(createInstantClock()(text)).toBe(Date.parse(text))
  })
})
