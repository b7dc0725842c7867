import { expect, test } from 'vitest'
import { checkDraftLabel } from './checkDraftLabel.ts'
import { indexEvidence } from './indexEvidence.ts'
import { attacks, titleAttacks } from './test/attacks.ts'
import { cleanSentences } from './test/cleanSentences.ts'
import { freeSentences } from './test/freeSentences.ts'
import { judgeSentence, judgeStored } from './test/sentenceEvidence.ts'

test.each(Object.entries(attacks))(
  'a sentence that says %s beside its slots is refused',
  (_way, sentences) => {
    expect(sentences.filter((text) => judgeSentence(text).length === 0)).toEqual([])
  },
)

test('a title says no such thing either', () => {
  expect(titleAttacks.filter((text) => checkDraftLabel(text, '', indexEvidence([])).length === 0)).toEqual([])
})

test('over three hundred sentences of analysts stand', () => {
  const refused = cleanSentences.flatMap(({ text, comparisons }) => {
    const violations = judgeSentence(text, comparisons)
    return violations.length > 0 ? [{ text, violations }] : []
  })
  expect(refused).toEqual([])
  expect(new Set(cleanSentences.map(({ text }) => text)).size).toBeGreaterThan(300)
})

test('of sentences in free English seven in ten stand at the first try', () => {
  const standing = freeSentences.filter(
    ({ text, comparisons }) => judgeSentence(text, comparisons).length === 0,
  )
  expect(freeSentences.length).toBeGreaterThan(150)
  expect(standing.length / freeSentences.length).toBeGreaterThan(0.7)
  for (const { text, comparisons } of standing)
    expect([text, judgeStored(text, comparisons)]).toEqual([text, []])
})

test('a sentence that stands as a draft stands once it is stored', () => {
  for (const { text, comparisons } of cleanSentences)
    expect([text, judgeStored(text, comparisons)]).toEqual([text, []])
})

test('a sentence that compares does not stand without its comparisons, nor with the opposite ones', () => {
  const opposite = { above: 'below', below: 'above', rising: 'falling', falling: 'rising' } as const
  const compared = cleanSentences.filter(({ comparisons }) => comparisons.length > 0)
  expect(compared.length).toBeGreaterThan(100)
  expect(compared.filter(({ text }) => judgeSentence(text).length === 0)).toEqual([])
  for (const { text, comparisons } of compared) {
    const turned = comparisons.map((one) => {
      const relation = Object.entries(opposite).find(([name]) => name === one.relation)?.[1]
      return relation ? { ...one, relation } : { ...one, left: 'none' }
    })
    expect([text, judgeSentence(text, turned).length > 0]).toEqual([text, true])
  }
})
