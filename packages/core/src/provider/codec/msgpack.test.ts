import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './msgpack.ts'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

// Bytes as the specification's table of formats has them.
test.each([
  ['07', 7],
  ['ff', -1],
  ['e0', -32],
  ['c0', null],
  ['c2', false],
  ['c3', true],
  ['cc80', 128],
  ['cd0100', 256],
  ['ce00010000', 65_536],
  ['cf0000000100000000', 4_294_967_296],
  ['d080', -128],
  ['d1ff7f', -129],
  ['d2ffff7fff', -32_769],
  ['d3ffffffff7fffffff', -2_147_483_649],
  ['ca3fc00000', 1.5],
  ['cb3ff199999999999a', 1.1],
  ['a3616263', 'abc'],
  ['d903616263', 'abc'],
  ['da0003616263', 'abc'],
  ['db00000003616263', 'abc'],
  ['c403616263', null],
  ['c5000100', null],
  ['92c3a0', [true, '']],
  ['dc000101', [1]],
  ['dd0000000101', [1]],
  ['82a161a162a16301', { a: 'b', c: 1 }],
  ['de0001a16101', { a: 1 }],
  ['df00000001a16101', { a: 1 }],
  // Timestamps of 32, 64 and 96 bits.
  ['d6ff666c5640', '2024-06-14T14:40:00.000000000Z'],
  ['d7ff1d6f3454666c5640', '2024-06-14T14:40:00.123456789Z'],
  ['c70cff075bcd15ffffffffffffffff', '1969-12-31T23:59:59.123456789Z'],
  ['d40501', null],
])('%s is %j', (hex, value) => {
  expect(unpack(bytes(hex))).toEqual(value)
})

test('what is written is read back', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(tie('value'), { maxLength: 20 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 20, noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(value, (one) => {
      // Any JSON value is one that can be packed.
      expect(unpack(pack(JSON.parse(JSON.stringify(one))))).toEqual(JSON.parse(JSON.stringify(one)))
    }),
  )
})

test('bytes that end too early, or say nothing, are refused', () => {
  const whole = pack([{ T: 'q', S: 'AAPL240621C00200000', bp: 1.25, c: ['a'], t: null }])
  for (let length = 0; length < whole.length; length++) {
    expect(() => unpack(whole.slice(0, length))).toThrow(RangeError)
  }
  expect(() => unpack(bytes('c1'))).toThrow(RangeError)
  expect(() => unpack(bytes('ddffffffff'))).toThrow(RangeError)
})
