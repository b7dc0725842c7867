import { expect, test } from 'vitest'
import { checkChoice, checkLabel } from './checkLabel.ts'

const subjects = new Set(['equity:700@XHKG'])

test('a text of the model’s own compares nothing, in one word either', () => {
  for (const text of ['surging', 'Rising', 'above', 'Cheaper than peers'])
    expect([text, checkLabel(text, '', subjects).length > 0]).toEqual([text, true])
  expect(checkLabel('Trend and momentum', '', subjects)).toEqual([])
})

test('a choice of an enum may compare, as its schema answers for it, and holds no number', () => {
  expect(checkChoice('rising', '')).toEqual([])
  for (const text of ['up-twofold', 'rising2', 'Rising', 'rising fast'])
    expect([text, checkChoice(text, '').length > 0]).toEqual([text, true])
})

test('an instrument stands for itself where there is evidence about it', () => {
  expect(checkLabel('equity:700@XHKG', '', subjects)).toEqual([])
  expect(checkLabel('equity:701@XHKG', '', subjects)).toMatchObject([{ kind: 'wrong-subject' }])
})
