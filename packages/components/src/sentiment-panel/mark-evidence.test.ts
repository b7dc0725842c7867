import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markEvidence } from './mark-evidence.ts'

const of = (start: number, end: number, weight = 0.3) => ({ start, end, weight, rule: 'movement.sales' })

test('evidence is marked where it stands, and the rest is left as it is', () => {
  const pieces = markEvidence('Sales rise sharply', [of(0, 10)])
  expect(pieces.map(({ text, evidence }) => [text, evidence?.weight])).toEqual([
    ['Sales rise', 0.3],
    [' sharply', undefined],
  ])
})

test('of words that two pieces of evidence share, the first has them', () => {
  const pieces = markEvidence('abcdef', [of(2, 5, -1), of(0, 3, 1)])
  expect(pieces.map(({ text, evidence }) => [text, evidence?.weight])).toEqual([
    ['abc', 1],
    ['de', -1],
    ['f', undefined],
  ])
})

test('whatever the evidence, the pieces are the text, letter for letter', () => {
  const span = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }))
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span), span, (text, spans, [left, right]) => {
      const from = Math.max(0, Math.min(left, right, text.length))
      const to = Math.max(from, Math.min(right, text.length))
      const pieces = markEvidence(
        text,
        spans.map(([start, end]) => of(start, end)),
        from,
        to,
      )
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(from, to))
    }),
  )
})
