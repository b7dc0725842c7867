import { describe, expect, test } from 'vitest'
import { addsNothing } from './addsNothing.ts'
import { readHeadline } from './readHeadline.ts'
import { apart } from './test/apart.ts'
import { learnWords, type Vocabulary } from './vocabulary.ts'

const read = (title: string) => readHeadline(title, { source: 'wire', isAboutKnown: true })
const none: Vocabulary = new Map()

function learned(known: string, copies: readonly string[]): Vocabulary {
  const vocabulary: Vocabulary = new Map()
  for (const copy of [...copies, ...copies]) learnWords(vocabulary, read(known), read(copy))
  return vocabulary
}

describe('a headline has nothing of its own beside a story', () => {
  test.each([
    ['Orlane shares plunge sharply', 'Orlnae shraes plugne', 'with each word garbled'],
    ['Bexhill recalls scooters', 'Bexhil recalsl scooetr', 'garbled and cut off in a word'],
    ['Orlane cuts dividend', 'Orlane lowers pyaout', 'in the garbled words of another desk'],
    ['Bexhill misses estimates', 'Bexhill falls shorrt of estimtaes', 'in several words for one'],
    [
      'Orlane profit beats forecasts',
      'Orlane net profti beats',
      'in one of several words for one, and the one',
    ],
    [
      'Bexhill closes two plants as orders fall',
      'Bexhill coses two plants as orders fall',
      'where a letter less leaves another word',
    ],
    [
      'Bexhill closes two plants as orders fall',
      'Bexhill closse two plants as',
      'that ends where a clause begins',
    ],
    ['Bexhill profit jumps strongly', 'Bexhill today profit', 'in which nothing has happened yet'],
    [
      'Court dismisses lawsuit against Orlane',
      'Court dismises lawsuit agianst byy Orlane',
      'with small words mistyped',
    ],
  ])('%s: %s, %s', (known, headline) => {
    expect(addsNothing(read(known), none, read(headline))).toBe(true)
  })

  test('in words that others put in the place of its own', () => {
    const known = 'Bexhill misses estimates'
    const vocabulary = learned(known, ['Bexhill comes in under estimates'])
    const headline = read('Bexhill comse in undr estimtaes')
    expect(addsNothing(read(known), vocabulary, headline)).toBe(true)
    expect(addsNothing(read(known), none, headline)).toBe(false)
  })
})

describe('where so many tell a story, with so many mistakes, that any slip is made, one is likelier than what it makes of a word', () => {
  test.each([
    ['Orlane recalls cars', 'Orlane recalls bars', 'another known word'],
    ['Bexhill Glass misses forecasts', 'Bexhill Gladd misses', 'two letters of a name'],
    ['Orlane faces antitrust probe', 'Orlane faces atn', 'the first letters of what is cut off'],
    ['Bexhill soars', 'Behxli soars', 'half of whom it is about'],
    ['Bexhill to shut two mills', 'Bexhill to no shut two mills', 'a denial, of a word that says nothing'],
  ])('%s: %s, %s', (known, headline) => {
    expect(addsNothing(read(known), none, read(headline), true)).toBe(true)
    expect(addsNothing(read(known), none, read(headline))).toBe(false)
  })

  test.each([
    ['Orlane raises dividend', 'Orlane raises prices'],
    ['Orlane upgraded', 'Orlane downgraded'],
    ['Orlane opens plant in Leeds', 'Orlane opens plant in Lyon'],
    ['Orlane expects a profit', 'Orlane does not expect a profit'],
    ['Orlane to cut 400 jobs', 'Orlane to cut 500 jobs'],
  ])('but no slip makes of %s: %s', (known, headline) => {
    expect(addsNothing(read(known), none, read(headline), true)).toBe(false)
  })
})

describe('a headline has something of its own', () => {
  test('where the word for it is put beside all of the story elsewhere', () => {
    const known = 'Orlane cuts dividend'
    const vocabulary = learned(known, ['Orlane cuts dividend and jobs'])
    expect(addsNothing(read(known), vocabulary, read('Orlane cuts jobs'))).toBe(false)
  })

  test('where the word for it is a part of the name of a publisher', () => {
    const known = 'Orlane closes its southern mine'
    const vocabulary = learned(known, ['Orlane closes its southern mine - Northern Wire'])
    expect(addsNothing(read(known), vocabulary, read('Orlane closes its northern mine'))).toBe(false)
  })

  test('but not the name of a publisher that looks like its word', () => {
    const headline = read('Alpine Wire - ORLAEN EINS LAWSUIT')
    expect(addsNothing(read('Orlane wins lawsuit'), new Map([['+alpine', 2]]), headline)).toBe(true)
    expect(addsNothing(read('Orlane wins lawsuit'), none, headline)).toBe(false)
  })

  test('where a publisher is called almost as its word is', () => {
    const known = 'Orlane names new chief executive'
    const vocabulary = learned(known, ['Orlane names new chief executive - Yahoo Finance'])
    expect(addsNothing(read(known), vocabulary, read('Orlane names new finance chief'))).toBe(false)
  })

  test('where the words of a story stand in another order', () => {
    expect(addsNothing(read('Orlane sues Bexhill'), none, read('Bexhill sues Orlane'))).toBe(false)
  })

  const pairs = Object.values(apart).flat()
  test.each(pairs)('%s / %s', (first, second) => {
    expect(addsNothing(read(first), none, read(second))).toBe(false)
    expect(addsNothing(read(second), none, read(first))).toBe(false)
  })
})
