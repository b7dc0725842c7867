import { expect, test } from 'vitest'
import { checkChoice, checkLabel } from './checkLabel.ts'

const subjects = new Map([['equity:700@XHKG', ['700', 'Tencent']]])

test('a text of the model’s own compares nothing, in one word either', () => {
  for (const text of ['surging', 'Rising', 'above', 'Cheaper than peers'])
    expect([text, checkLabel(text, '', subjects).length > 0]).toEqual([text, true])
  for (const text of ['Trend and momentum', 'What stands out', 'Tencent after Q3 2025'])
    expect([text, checkLabel(text, '', subjects)]).toEqual([text, []])
})

test('a choice of an enum may compare, as its schema answers for it, and holds no number', () => {
  expect(checkChoice('rising', '')).toEqual([])
  for (const text of ['up-twofold', 'rising2', 'Rising', 'rising fast'])
    expect([text, checkChoice(text, '').length > 0]).toEqual([text, true])
})

test('an instrument stands for itself where there is evidence about it', () => {
  expect(checkLabel('equity:700@XHKG', '', subjects)).toEqual([])
  expect(checkLabel('equity:701@XHKG', '', subjects)).toMatchObject([{ kind: 'unknown-evidence' }])
})
