import { describe, expect, test } from 'vitest'
import { fillIn, isFilledIn, isToldByFew, type Places } from './filledPlaces.ts'
import { ownMatter } from './ownMatter.ts'
import { readHeadline } from './readHeadline.ts'
import { apart } from './test/apart.ts'
import { chance } from './test/chance.ts'
import { stacked, stackedCopy } from './test/stacked.ts'

const read = (title: string) => readHeadline(title, { source: 'wire', isAboutKnown: true })
const matterOf = (known: string, headline: string) => ownMatter([read(known)], [], undefined, read(headline))

describe('a headline tells something of its own', () => {
  test.each([
    ['Acme upgraded', 'Acme downgraded', [{ place: 'upgraded', told: 'downgrad', isSlip: false }]],
    ['Acme cuts 400 jobs', 'Acme cuts 4,000 jobs', [{ place: '#', told: '4000', isSlip: false }]],
    [
      'Acme sues Halden over patents',
      'Halden sues Acme over patents',
      [expect.objectContaining({ place: '<' })],
    ],
    [
      'Acme signs supply deal with Oskholm',
      'Acme signs supply deal with Fenby',
      [{ place: 'oskholm', told: 'fenby', isSlip: false }],
    ],
    ['Acme cuts dividend', 'Acme cuts dividend forecast', [expect.objectContaining({ place: '' })]],
    [
      'Acme to shut two mills',
      'Acme to no shut two mills',
      [expect.objectContaining({ place: '!', isSlip: true })],
    ],
    [
      'Acme shares plunge sharply',
      'Acme shares usnk sharply',
      [expect.objectContaining({ place: 'plunge', isSlip: true })],
    ],
    ['Acme starts Phase I study', 'Acme starts Phase II study', [expect.objectContaining({ place: '##' })]],
  ])('beside %s: %s', (known, headline, matter) => {
    expect(matterOf(known, headline)).toEqual(matter)
  })
})

test.each([
  ['Acme recalls cars', 'PRESS RELEASE: Acme recalls cars'],
  ['Acme recalls cars', 'Acem recals crs'],
  ['Acme misses estimates', 'Acme falls hsort of estimates'],
  ['Acme faces bribery probe', 'Acme hit yb bribery probe'],
  ['Acme lowers dividend', 'Acme cuts payout #stocks'],
  ['Acme raises its dividend', 'Acme raises its'],
  ['Acme returns to profit after cost cuts', 'Acme retirs to profit after cost cuts'],
  ['Acme returns to profit after cost cuts', 'Acme returns to profit afer coo ...'],
])('a copy tells nothing of its own, whatever is wrong with it: %s, %s', (known, headline) => {
  expect(matterOf(known, headline)).toEqual([])
})

test('of a thousand copies that are changed in up to three ways, fewer than one in two hundred seem to', () => {
  for (const headline of stacked) {
    const next = chance(headline.length * 17 + 3)
    const copies = Array.from({ length: 1_000 }, () => stackedCopy(headline, next))
    const strange = copies.filter((copy) => matterOf(headline, copy).length > 0)
    expect(strange.length, `${headline}: ${strange.slice(0, 5).join(' / ')}`).toBeLessThan(5)
  }
})

test('of pairs of stories that differ in a word, an amount or an order, five in six are told by it', () => {
  const pairs = Object.values(apart).flat()
  const alike = pairs.filter(([one, other]) => matterOf(one, other).length === 0)
  expect(pairs.length).toBeGreaterThan(80)
  expect(alike.length, alike.map((pair) => pair.join(' / ')).join('\n')).toBeLessThan(pairs.length / 6)
})

describe('a place of a story is filled in', () => {
  const told = (...words: readonly string[]): Places => {
    const places: Places = new Map()
    for (const word of words) fillIn(places, [{ place: 'leeds', told: word, isSlip: false }])
    return places
  }
  const lyon = { place: 'leeds', told: 'lyon', isSlip: false }

  test('where eight have told other things there, or four what is no word of markets', () => {
    const things = ['profit', 'sales', 'dividend', 'margin', 'orders', 'revenue', 'costs', 'debt']
    const margin = { place: 'leeds', told: 'guidance', isSlip: false }
    expect(isFilledIn(told(...things.slice(0, 7)), margin, 1_000)).toBe(false)
    expect(isFilledIn(told(...things), margin, 1_000)).toBe(true)
    const cities = ['oslo', 'bern', 'riga', 'cork']
    expect(isFilledIn(told(...cities.slice(0, 3)), lyon, 1_000)).toBe(false)
    expect(isFilledIn(told(...cities), lyon, 1_000)).toBe(true)
  })

  test('where each of two others is told by a sixteenth of all', () => {
    const two = ['oslo', 'bern', 'oslo', 'bern']
    expect(isFilledIn(told(...two), lyon, 32)).toBe(true)
    expect(isFilledIn(told(...two), lyon, 33)).toBe(false)
    expect(isFilledIn(told('oslo', 'oslo'), lyon, 32)).toBe(false)
  })
})

test('what a slip may have made is news once two have told it', () => {
  const places: Places = new Map()
  const denial = { place: '!', told: 'shut mill', isSlip: true }
  expect(isToldByFew(undefined, denial)).toBe(true)
  fillIn(places, [denial])
  expect(isToldByFew(places, denial)).toBe(true)
  fillIn(places, [denial])
  expect(isToldByFew(places, denial)).toBe(false)
})
