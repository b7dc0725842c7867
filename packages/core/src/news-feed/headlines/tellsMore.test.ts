import { expect, test } from 'vitest'
import { readHeadline } from './readHeadline.ts'
import { tellsMore } from './tellsMore.ts'

const read = (title: string) => readHeadline(title, { source: '', isAboutKnown: true })
const more = (title: string, known: string) => tellsMore(read(title), read(known))

test.each([
  ['Acme upgrdaed to buy by', 'Acme upgraded to buy by analysts'],
  ['Acme upgraded to bu...', 'Acme upgraded to buy by analysts'],
  ['Acme earnings drop as rates', 'Acme profit falls as rates rise'],
  ['Acme zzz cuts dividend', 'Acme cuts dividend'],
])('"%s" tells no more than: %s', (title, known) => {
  expect(more(title, known)).toBe(false)
})

test.each([
  ['Acme cuts dividend forecast', 'Acme cuts dividend'],
  ['Acme cuts dividend 8%', 'Acme cuts dividend 6%'],
  ['Acme cuts no dividend', 'Acme cuts dividend'],
  ['Acme cuts jobs', 'Acme cuts dividend'],
])('"%s" tells more than: %s', (title, known) => {
  expect(more(title, known)).toBe(true)
})
