import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('is the hash that everybody else computes, at every length around a block', () => {
  for (let length = 0; length <= 200; length++)
    expect(sha256('a'.repeat(length))).toBe(reference('a'.repeat(length)))
})

test('takes text of any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(reference(text))
    }),
  )
})
