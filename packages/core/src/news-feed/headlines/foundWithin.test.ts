import { expect, test } from 'vitest'
import { foundWithin } from './foundWithin.ts'
import { readHeadline } from './readHeadline.ts'

const read = (title: string) => readHeadline(title, { source: '', isAboutKnown: true })
const isFound = (known: string, title: string) => foundWithin(read(known), read(title))

test.each([
  ['Acme cuts outlook as orders dry up', 'Acme cuts outlook as ord'],
  ['Acme cuts outlook as orders dry up', 'Acme cuts outlook as'],
  ['Thornbury cuts outlook as orders dry up', 'Thornbury cuts outlook'],
  ['Acme cuts outlook as orders dry up', 'Acme now cuts outlook as o [Wire]'],
  ['Acme cuts outlook as orders dry up', 'Acme trims outlook as or #stocks'],
  ['Acme to lay off thousands', 'Acme to lay off thou… - Gazette - The Herald'],
  ['Acme to lay off tho...', 'Acme to lay off thousands'],
  // Cut at a hyphen, and a mistake that leaves the letters of another word.
  ['Acme raises full-year forecast', 'Acme raises a full-…'],
  ['Acme sales rise on strong demand', 'Acme saes rise on...'],
  ['Acme raises guidance on strong cloud growth', 'Acme raiss guidance on strong cl...'],
  // In capitals, what is counted looks like whoever is quoted.
  ['Acme posts surprise profit thanks to lower costs', 'Acme posts SURPRISE profit thanks'],
])('%s: %s', (known, title) => {
  expect(isFound(known, title)).toBe(true)
})

test.each([
  // A short beginning says little, and letters in another order say something else.
  ['Halden cu…', 'Halden Steel opens research centre in Lyon'],
  ['Halden soars', 'Halden sponsors regional football league'],
  ['Halden so...', 'Halden sponsors regional football league'],
  ['Acme Foods misses...', 'Acme Foods moves headquarters to new tower'],
  ['Acme Foods misses estimates', 'Acme Foods moves headquar...'],
  ['Acme cuts outlook as orders dry up', 'Acme cuts jobs as or'],
  ['Acme cuts outlook as orders dry up', 'Acme raises outlook as or'],
  ['Acme workers vote to strike', 'Acme workers vote to end strike'],
])('%s is not in: %s', (known, title) => {
  expect(isFound(known, title)).toBe(false)
})
