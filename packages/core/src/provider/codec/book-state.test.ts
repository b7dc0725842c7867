import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BookState, type TextLevel } from './book-state.ts'
import { crc32 } from './crc32.ts'

const snapshot = {
  bids: [
    ['99.0', '1'],
    ['99.5', '2.50'],
  ],
  asks: [
    ['100.10', '3'],
    ['100.0', '1'],
  ],
} as const

function bookOf(cutAt?: number): BookState {
  const book = new BookState()
  book.reset(snapshot, cutAt)
  return book
}

test('both sides stand best first, however they came', () => {
  const book = bookOf()
  expect(book.levels('bids', 10)).toEqual([
    [99.5, 2.5],
    [99, 1],
  ])
  expect(book.levels('asks', 1)).toEqual([[100, 1]])
  expect(book.texts('asks', 10)).toEqual([
    ['100.0', '1'],
    ['100.10', '3'],
  ])
})

test('a size of zero takes a level away, another replaces it', () => {
  const book = bookOf()
  book.set('bids', '99.50', '0.000')
  book.set('asks', '100.1', '7')
  book.set('bids', '98', '0')
  expect(book.levels('bids', 10)).toEqual([[99, 1]])
  expect(book.texts('asks', 10)).toEqual([
    ['100.0', '1'],
    ['100.1', '7'],
  ])
})

test('a snapshot that was cut knows nothing behind its last level', () => {
  const book = bookOf(2)
  book.set('bids', '98.0', '5')
  expect(book.levels('bids', 10)).toHaveLength(2)
  expect(book.reaches(2)).toBe(true)
  book.set('bids', '99.5', '0')
  expect(book.reaches(2)).toBe(false)
  const whole = bookOf(5)
  whole.set('bids', '98.0', '5')
  expect(whole.levels('bids', 10)).toHaveLength(3)
  expect(whole.reaches(1000)).toBe(true)
})

test('a crossed book is seen', () => {
  const book = bookOf()
  expect(book.isCrossed).toBe(false)
  book.set('bids', '100.0', '1')
  expect(book.isCrossed).toBe(true)
})

test('any order of changes gives the book of the last size at each price', () => {
  const change = fc.record({
    side: fc.constantFrom('bids' as const, 'asks' as const),
    price: fc.integer({ min: 1, max: 30 }).map((cents) => (cents / 100).toFixed(2)),
    size: fc.integer({ min: 0, max: 3 }).map(String),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (changes, depth) => {
      const book = new BookState()
      const truth = { bids: new Map<string, string>(), asks: new Map<string, string>() }
      for (const { side, price, size } of changes) {
        book.set(side, price, size)
        // Read in between, so that an answer kept too long would show.
        book.levels(side, depth)
        truth[side].set(price, size)
      }
      for (const side of ['bids', 'asks'] as const) {
        const expected = [...truth[side]]
          .filter(([, size]) => size !== '0')
          .sort(([a], [b]) => (side === 'asks' ? Number(a) - Number(b) : Number(b) - Number(a)))
          .slice(0, depth)
        expect(book.texts(side, depth)).toEqual(expected satisfies TextLevel[])
        expect(book.levels(side, depth)).toEqual(
          expected.map(([price, size]) => [Number(price), Number(size)]),
        )
      }
    }),
  )
})

test('the checksum is that of ISO 3309', () => {
  expect(crc32('123456789')).toBe(0xcbf43926)
  expect(crc32('')).toBe(0)
})
