import { expect, test } from 'vitest'
import { spelledForms, wordsOfForm } from './spelledForms.ts'

const plain = (text: string) => spelledForms(text).replace(/\s+/g, ' ').trim()

test.each([
  ['acme q1 profit', 'acme first quarter profit'],
  ['acme 3rd qtr sales', 'acme third quarter sales'],
  ['acme ceo quits', 'acme chiefexecutive quits'],
  ['acme chief executive officer quits', 'acme chiefexecutive quits'],
  ['acme cfo quits', 'acme financechief quits'],
  ['acme falls 8 percent', 'acme falls 8%'],
  ['acme falls 8 pct', 'acme falls 8%'],
  ['acme falls 8 perc', 'acme falls 8%'],
  ['acme to raise $2bn', 'acme to raise $2 billion'],
  ['acme to raise $30m now', 'acme to raise $30 million now'],
])('what desks write short is spelled out: %s', (short, long) => {
  expect(plain(short)).toBe(long)
})

test.each([
  ['acme falls short of estimates', 'acme misses estimates'],
  ['acme fell short of estimates', 'acme misses estimates'],
  ['acme falling short', 'acme misses'],
  ['acme hit by probe', 'acme faces probe'],
  ['acme chief steps down', 'acme chief resigns'],
  ['acme net profit rises', 'acme profit rises'],
  ['acme net income rises', 'acme income rises'],
  ['acme share price falls', 'acme shares falls'],
])('what takes several words is told in one: %s', (several, one) => {
  expect(plain(several)).toBe(one)
})

test.each([
  'acme q12 model',
  'acme builds 8 mills',
  'acme hit 52-week high',
  'acme slows down',
  'net asset value up',
])('what only looks like them stays: %s', (text) => {
  expect(spelledForms(text)).toBe(text)
})

test('of a form for several words these are known, and of every other word none', () => {
  expect(wordsOfForm('misses')).toEqual(['falls', 'short'])
  expect(wordsOfForm('quarter')).toEqual([])
  // A word that every object has by nature.
  expect(wordsOfForm('constructor')).toEqual([])
})
