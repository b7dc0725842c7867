import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHeadline } from './readHeadline.ts'
import { sameStory } from './sameStory.ts'

function isSame(left: string, right: string): boolean {
  const [one, other] = [left, right].map((title) => readHeadline(title, { source: '', isAboutKnown: false }))
  if (!one || !other) throw new Error('Two headlines were read.')
  expect(sameStory(other, one)).toBe(sameStory(one, other))
  return sameStory(one, other)
}

test.each([
  ['Acme cuts dividend', 'ACME CUTS DIVIDEND!'],
  ['Acme cuts dividend', 'Acme cut its dividends'],
  ['Acme cuts dividend', 'Acme cuts divdiend'],
  ['Acme cuts dividend', 'Acme cuts divi...'],
  ['Acme cuts dividend', 'Acme cuts annual dividend'],
  ['Acme to cut jobs', 'Acme to cut 200 jobs'],
  ['Acme profit rises 8%', 'Acme profit rises 8.2 percent'],
  ['Acme earns $1.2bn', 'Acme earns $1.24 billion'],
  ['Halden downgraded', 'Halden downgrdaed'],
  ['Acme slashes its dividend', 'Acme cuts dividend'],
  ['Acme cuts dividend', 'cme cuts dividend'],
  ['Acme cuts dividend', 'Acmecuts dividend'],
  ['Acme cuts dividend', 'Acme cut sdividend'],
  ['Acme cuts dividend', 'Acme cuts divi dend'],
  ['Acme cuts dividend', 'Acme cuts ividend'],
  ['Acme cuts dividend', 'Acme cuts- dividend'],
  ['Acme cuts dividend', 'A c m e c u t s d i v i d e n d'],
  ['Acme beats estimates', 'Acme eats estimates'],
  ['Acme cuts dividend', 'Acme dividend cuts'],
  ['Acme cuts dividend', 'LONDON, May 5 (CNBC) Acme cuts dividend'],
  ['Acme denies probe', 'Acme dnies probe'],
  ['Halden Steel halts mill', 'Steel Halden halts mill'],
  ['Acme profit rises 8%', 'Acme profit rises8%'],
  ['Acme wins $3.4bn order', 'Acme wins $3.4nb order'],
  ['Acme wins constructor contract', 'Acme wins constuctor contract'],
  ['Acme to build a northern mill', 'Acme to build a no rthern mill'],
  ['Acme cuts dividend', 'Acme cuts d1vidend'],
  ['Acme cuts dividend', 'Аcme cuts dividеnd'],
  ['Acme cuts dividend', 'Acme cuuuts dividend'],
  ['Acme cuts dividend by 300 million', 'Acme cuts dividend by 300 📉 million'],
  ['Élan cuts dividend', 'Elan cuts dividend'],
  [
    'Regulator opens probe into Acme accounting practices after complaint of holders',
    'Regulator opens inquiry into Acme accounting practices after complaint of holders',
  ],
  [
    'Halden Steel lays off two hundred workers at its northern mill after weak orders',
    'Halden Steel lays off 200 workers at its north mill after weak orders',
  ],
])('%s and %s are one story', (left, right) => {
  expect(isSame(left, right)).toBe(true)
})

test.each([
  ['Acme cuts dividend', 'Acme cuts jobs'],
  ['Acme cuts dividend', 'Acme raises dividend'],
  ['Acme beats', 'Acme misses'],
  ['Acme hires chief', 'Acme fires chief'],
  ['Acme sues Halden', 'Halden sues Acme'],
  ['Acme to cut 200 jobs', 'Acme to cut 500 jobs'],
  ['Elm raises Acme target to $1', 'Elm raises Acme target to $2'],
  ['Elm raises Acme price target to $40 from $35', 'Elm raises Acme price target to $45 from $40'],
  ['Acme profit rises 8%', 'Acme profit rises 9%'],
  ['Acme profit rose to EUR4.7m from EUR4.6m', 'Acme profit rose to EUR5m from EUR2.8m'],
  ['Acme Q1 revenue misses', 'Acme Q2 revenue misses'],
  ['Acme recalls model X1', 'Acme recalls model X11'],
  ['Acme opens its store number 12', 'Acme opens its store number 13'],
  ['Acme begins Phase II trial', 'Acme begins Phase III trial'],
  ['Acme begins Phase I trial', 'Acme begins Phase II trial'],
  ['Acme sells class A shares', 'Acme sells class B shares'],
  ['Acme unveils 7nm chip', 'Acme unveils 5nm chip'],
  ['Acme opens plant in Iran', 'Acme opens plant in Iraq'],
  ['Acme opens plant in Austria', 'Acme opens plant in Australia'],
  ['Acme likely to default', 'Acme unlikely to default'],
  ['Acme deal approved', 'Acme deal unapproved'],
  ['Acme increases margin', 'Acme decreases margin'],
  ['Acme upgraded by Elm', 'Acme upgraded by Elf'],
  ['Acme profit up, sales down', 'Acme profit down, sales up'],
  ['Acme sales up 8%', 'Acme sales up 80%'],
  ['Acme will not sell its packaging unit', 'Acme will sell its packaging unit'],
  ['Acme cuts full year dividend', 'Acme cuts full year forecast'],
  ['Halden Steel opens second plant in Germany', 'Halden Steel opens second plant in Italy'],
  ['Acme', 'Halden'],
  ['', 'Acme'],
])('%s and %s are two', (left, right) => {
  expect(isSame(left, right)).toBe(false)
})

test.each([
  'Acme wins clearance to sell new heart va! ... more',
  '* Acme wins clearance to sell new heart * ... more',
  'Acme wins clearance to sell new ... more — The Morning Gazette',
  '"Acme wins clearance to sell new he", [...] continued',
])(
  'what stands behind where a headline breaks off tells nothing, whatever signs are between: %s',
  (title) => {
    expect(isSame('Acme wins clearance to sell new heart valve', title)).toBe(true)
  },
)

test('whatever stands there, a headline tells the story of itself, and of another as that one of it', () => {
  const words = fc.constantFrom(
    'Acme',
    'cuts',
    'dividend',
    '-',
    '|',
    'Publisher17',
    '8%',
    '$4',
    'not',
    '...',
    '(Reuters)',
    ':',
  )
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(words, { maxLength: 9 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(title, title, (left, right) => {
      expect(isSame(left, left)).toBe(true)
      isSame(left, right)
    }),
    { numRuns: 500 },
  )
})
