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
    const vocabulary = learned(known, ['Bexhill falls short of estimates'])
    const headline = read('Bexhill falls shorrt of estimtaes')
    expect(addsNothing(read(known), vocabulary, headline)).toBe(true)
    expect(addsNothing(read(known), none, headline)).toBe(false)
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
