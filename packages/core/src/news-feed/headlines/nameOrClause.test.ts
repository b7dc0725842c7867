import { expect, test } from 'vitest'
import { isEvent, isForm, isName, tells, tellsNames } from './nameOrClause.ts'

test.each([
  'Publisher17',
  'Reuters',
  'The North Pell Bulletin',
  'Simply Wall St',
  'Il Sole 24 Ore',
  "Investor's Business Daily",
  'Drop Site News',
  'brask.co.uk',
  '@desk',
  '$ACM',
])('%s may be who published it', (text) => {
  expect(isName(text, true)).toBe(true)
})

test.each([
  'shares fall 8%',
  'Shares Fall',
  'Chief Quits',
  'Halden talks fail',
  'Acme, Halden, Tarn',
  'Third Quarter Results',
  'U.S. to act',
  'What the cut means for those who hold the shares',
  '2026',
  '',
])('%s is no name', (text) => {
  expect(isName(text, true)).toBe(false)
})

test('capitals tell names where words in small letters stand beside them', () => {
  expect(tellsNames('Acme cuts dividend')).toBe(true)
  expect(tellsNames('Acme Cuts Its Dividend')).toBe(false)
  expect(tellsNames('ACME CUTS DIVIDEND')).toBe(false)
  expect(tellsNames('acme cuts dividend')).toBe(false)
  expect(isName('publisher17', true)).toBe(false)
  expect(isName('publisher17', false)).toBe(true)
})

test('something happens in a headline, and nothing in its subject', () => {
  for (const text of ['Acme cuts dividend', 'Acme profit warning', 'Halden objects', 'ACME CUTS DIVIDEND'])
    expect(tells(text)).toBe(true)
  for (const text of ['Acme', 'Acme third quarter results', 'Acme shares', 'Halden Steel'])
    expect(tells(text)).toBe(false)
})

test('a heading of the words of forms names no one', () => {
  for (const text of ['Form 4', 'Transaction in own shares', 'Price target raised'])
    expect(isForm(text)).toBe(true)
  for (const text of ['Acme cuts dividend', 'Transaction in shares of Acme']) expect(isForm(text)).toBe(false)
})

test('what happens has the letters of its word: where an "e" is missing nobody knows it', () => {
  for (const word of ['retires', 'retired', 'retiring', 'hire', 'cuts', 'rallied'])
    expect(isEvent(word), word).toBe(true)
  for (const word of ['retirs', 'retir', 'hir', 'ralls']) expect(isEvent(word), word).toBe(false)
})
