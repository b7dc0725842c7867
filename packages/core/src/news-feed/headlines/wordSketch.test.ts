import { expect, test } from 'vitest'
import { commonIn, wordSketchOf } from './wordSketch.ts'

const common = (left: string, right: string) =>
  commonIn(wordSketchOf(left.split(' ')), wordSketchOf(right.split(' ')))

test('words that two texts share are shared by their sketches, in any order', () => {
  expect(common('acme cuts dividend', 'dividend acme cuts')).toBe(3)
  expect(common('acme cuts dividend', 'acme cuts payout')).toBe(2)
})

test('texts without a word in common share few bits', () => {
  expect(common('acme cuts dividend', 'halden opens mill')).toBeLessThan(2)
})
