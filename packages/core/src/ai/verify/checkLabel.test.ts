import { expect, test } from 'vitest'
import { checkLabel, isChoice } from './checkLabel.ts'
import { indexEvidence } from './indexEvidence.ts'
import { violationsAt } from './violation.ts'

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

const judge = (text: string) => violationsAt('', (note) => checkLabel(text, known, note))

test('a text of the model’s own compares nothing, in one word either', () => {
  for (const text of ['surging', 'Rising', 'above', 'Cheaper than peers'])
    expect([text, judge(text).length > 0]).toEqual([text, true])
  for (const text of ['Trend and momentum', 'What stands out', 'Tencent after Q3 2025'])
    expect([text, judge(text)]).toEqual([text, []])
})

test('what stands for a name inside the verifier may not come from outside', () => {
  for (const text of ['The \ue000 trend', '\ue001'])
    expect([text, judge(text).length > 0]).toEqual([text, true])
})

test('a choice of an enum may compare, as its schema answers for it, and holds no number', () => {
  expect(isChoice('rising')).toBe(true)
  for (const text of ['up-twofold', 'rising2', 'Rising', 'rising fast'])
    expect([text, isChoice(text)]).toEqual([text, false])
})

test('an instrument stands for itself where there is evidence about it', () => {
  expect(judge('equity:700@XHKG')).toEqual([])
  expect(judge('equity:701@XHKG')).toMatchObject([{ kind: 'unknown-evidence' }])
})
