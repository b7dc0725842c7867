import { assert, float, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { shortestFloat32 } from './float32.ts'

test.each([
  [34.099998474121094, 34.1],
  [129.0399932861328, 129.04],
  [7174.9443359375, 7174.9443],
  [628_930.0625, 628_930.06],
  [1.1220825910568237, 1.1220826],
  [-37.630001068115234, -37.63],
  [Math.fround(0.0000012345679), 0.0000012345679],
])('%f was meant as %f', (widened, meant) => {
  expect(shortestFloat32(widened)).toBe(meant)
})

test('a price in cents survives the way through float32', () => {
  assert(
    property(integer({ min: 1, max: 9_999_999 }), (cents) => {
      expect(shortestFloat32(Math.fround(cents / 100))).toBe(cents / 100)
    }),
  )
})

test('what comes back is the same float32, and no decimal is shorter', () => {
  assert(
    property(
      float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(1e-6), max: Math.fround(1e6) }),
      (value) => {
        const short = shortestFloat32(value)
        expect(Math.fround(short)).toBe(value)
        const decimals = (String(short).split('.')[1] ?? '').length
        if (decimals > 0 && !String(short).includes('e')) {
          expect(Math.fround(Number(value.toFixed(decimals - 1)))).not.toBe(value)
        }
      },
    ),
  )
})

test('a price that was never a float32 is left alone', () => {
  expect(shortestFloat32(244.87)).toBe(244.87)
})
