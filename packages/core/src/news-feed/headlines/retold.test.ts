import { expect, test } from 'vitest'
import { readHeadline } from './readHeadline.ts'
import { retold } from './retold.ts'

const read = (title: string) => readHeadline(title, { source: '', isAboutKnown: true })
const isRetold = (known: string, title: string) => retold(read(known), read(title))

test.each([
  ['Acme cuts dividend', 'Acme cuts payout'],
  ['Acme recalls cars', 'Acme recalls vehicles'],
  ['Acme upgraded', 'Acme raised'],
  ['Acme profit falls on weak demand', 'Acme earnings drop on weak demand'],
  // Another word, and a mistake beside it or in it.
  ['Acme wins defence contract', 'Acme wins defnce deal'],
  ['Acme wins approval for drug', 'Acme wins clearence for drug'],
  ['Acme profit falls on higher costs', 'Accme earnings fqlls higher costs'],
  // Another word in what was cut short.
  ['Acme wins approval for cancer drug', 'Acme wins clearance for c...'],
  ['Acme wins approval for cancer drug', 'Acme wins clearance for'],
  ['Acme warns of weak demand', 'Acme warns of slug...'],
  [
    'Acme posts surprise profit thanks to lower fuel costs',
    'Acme posts surprise earnings thanks to lower fuel',
  ],
])('%s: %s', (known, title) => {
  expect(isRetold(known, title)).toBe(true)
})

test.each([
  ['Acme cuts dividend', 'Acme cuts jobs'],
  ['Acme upgraded', 'Acme downgraded'],
  // A rating is cut, and so is much else.
  ['Acme downgraded', 'Acme cut 500 roles'],
  ['Acme downgraded', 'Acme cut prices'],
  ['Acme wins contract', 'Acme loses deal'],
  ['Acme wins $2 billion contract', 'Acme wins $3 billion deal'],
  ['Acme expects profit', 'Acme expects no earnings'],
  // Three words of another desk are another story.
  ['Acme profit falls on weak demand', 'Acme earnings drop on soft demand in Asia'],
  ['Acme profit falls on weak demand', 'Acme earnings decline on sluggish demand'],
  // Told in the same words, nothing is retold.
  ['Acme cuts dividend', 'Acme cuts dividend'],
])('%s is not told by: %s', (known, title) => {
  expect(isRetold(known, title)).toBe(false)
})
