import { expect, test } from 'vitest'
import { adverbOf, inflectNoun, inflectVerb } from './inflect.ts'

test('a verb brings its forms and the noun of its action', () => {
  expect(inflectVerb('climb')).toEqual(expect.arrayContaining(['climb', 'climbs', 'climbed', 'climbing']))
  expect(inflectVerb('violate')).toContain('violation')
  expect(inflectVerb('reject')).toContain('rejection')
  expect(inflectVerb('improve')).toContain('improvement')
})

test('spelling follows the ending', () => {
  expect(inflectVerb('drop*')).toEqual(expect.arrayContaining(['dropped', 'dropping']))
  expect(inflectVerb('carry')).toEqual(expect.arrayContaining(['carries', 'carried', 'carrying']))
  expect(inflectVerb('crash')).toContain('crashes')
  expect(inflectNoun('subsidy')).toEqual(['subsidy', 'subsidies'])
  expect(inflectNoun('loss')).toEqual(['loss', 'losses'])
})

test('irregular forms are named, and a phrase inflects its verb', () => {
  expect(inflectVerb('rise:rose:risen')).toEqual(expect.arrayContaining(['rose', 'risen', 'rising']))
  expect(inflectVerb('lay:laid_off')).toEqual(['lay_off', 'lays_off', 'laid_off', 'laying_off'])
})

test('adverbs follow their adjective', () => {
  expect(['weak', 'favorable', 'healthy', 'optimistic'].map(adverbOf)).toEqual([
    'weakly',
    'favorably',
    'healthily',
    'optimistically',
  ])
})
