import { expect, test } from 'vitest'
import { checkChoice, checkLabel } from './checkLabel.ts'
import { indexEvidence } from './indexEvidence.ts'

const known = indexEvidence([
  {
    id: 'ev_1',
    tool: 'quote',
    subject: 'equity:700@XHKG',
    subjectName: 'Tencent',
    provider: 'test',
    fetchedAt: '2026-01-05T00:00:00Z',
    asOf: [],
    metrics: [],
  },
])

test('a text of the model’s own compares nothing, in one word either', () => {
  for (const text of ['surging', 'Rising', 'above', 'Cheaper than peers'])
    expect([text, checkLabel(text, '', known).length > 0]).toEqual([text, true])
  for (const text of ['Trend and momentum', 'What stands out', 'Tencent after Q3 2025'])
    expect([text, checkLabel(text, '', known)]).toEqual([text, []])
})

test('what stands for a name inside the verifier may not come from outside', () => {
  for (const text of ['The \ue000 trend', '\ue001'])
    expect([text, checkLabel(text, '', known).length > 0]).toEqual([text, true])
})

test('a choice of an enum may compare, as its schema answers for it, and holds no number', () => {
  expect(checkChoice('rising', '')).toEqual([])
  for (const text of ['up-twofold', 'rising2', 'Rising', 'rising fast'])
    expect([text, checkChoice(text, '').length > 0]).toEqual([text, true])
})

test('an instrument stands for itself where there is evidence about it', () => {
  expect(checkLabel('equity:700@XHKG', '', known)).toEqual([])
  expect(checkLabel('equity:701@XHKG', '', known)).toMatchObject([{ kind: 'unknown-evidence' }])
})
