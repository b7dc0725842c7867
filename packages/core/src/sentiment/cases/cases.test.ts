import { describe, expect, test } from 'vitest'
import { createSentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import { createLexicon } from '../lexicon/createLexicon.ts'
import type { Entry } from '../lexicon/entry.ts'
import type { SentimentLabel } from '../types.ts'
import * as tables from './index.ts'
import type { SentimentCase } from './parseCases.ts'

const analyzer = createSentimentAnalyzer()
const cases = Object.values(tables).flat()
const readings = cases.map((item) => ({
  item,
  result: analyzer.analyze(item.text, { entities: entitiesOf(item) }),
}))

function entitiesOf({ entities }: SentimentCase) {
  return entities.map(({ name }) => ({ id: name, tickers: /^[A-Z]+$/.test(name) ? [name] : [] }))
}

function share(verdicts: readonly boolean[]): number {
  return verdicts.filter(Boolean).length / verdicts.length
}

function f1(label: SentimentLabel): number {
  const said = readings.filter(({ result }) => result.label === label)
  const meant = readings.filter(({ item }) => item.label === label)
  const right = said.filter(({ item }) => item.label === label)
  return (2 * right.length) / (said.length + meant.length)
}

describe('the sentences written for the project', () => {
  test('are at least 800, each once', () => {
    expect(cases.length).toBeGreaterThanOrEqual(800)
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length)
  })

  test('get their label in 99 of 100 cases, and no class is neglected', () => {
    expect(share(readings.map(({ item, result }) => result.label === item.label))).toBeGreaterThanOrEqual(
      0.99,
    )
    for (const label of ['positive', 'negative', 'neutral'] as const) expect(f1(label)).toBeGreaterThan(0.98)
  })

  test('give the reasons an expert gives in 99 of 100', () => {
    const verdicts = readings.flatMap(({ item, result }) => {
      const fired = new Set(result.evidence.map(({ rule }) => rule))
      return [...item.rules.map((rule) => fired.has(rule)), ...item.not.map((rule) => !fired.has(rule))]
    })
    expect(share(verdicts)).toBeGreaterThanOrEqual(0.99)
  })

  test('give every name its own sign in 99 of 100', () => {
    const verdicts = readings.flatMap(({ item, result }) =>
      item.entities.map(({ name, label }) => result.entities.find(({ id }) => id === name)?.label === label),
    )
    expect(verdicts.length).toBeGreaterThan(250)
    expect(share(verdicts)).toBeGreaterThanOrEqual(0.99)
  })

  test('hold a counter-example of every rule: one that forbids it, or one that turns its sign round', () => {
    const signs = new Map<string, Set<number>>()
    for (const { rule, weight } of readings.flatMap(({ result }) => result.evidence)) {
      signs.set(rule, (signs.get(rule) ?? new Set()).add(Math.sign(weight)))
    }
    const forbidden = new Set(cases.flatMap(({ not }) => not))
    const lonely = [...signs].filter(([rule, both]) => both.size === 1 && !forbidden.has(rule))
    expect(lonely.map(([rule]) => rule)).toEqual([])
  })

  test('cover every rule that the words of the lexicon can give', () => {
    const expected = new Set(cases.flatMap(({ rules }) => rules))
    const { words, social } = createLexicon()
    const withPhrases = (entry: Entry): Entry[] => [
      entry,
      ...[...(entry.phrases?.values() ?? [])].flatMap(withPhrases),
    ]
    const missing = [...words.values(), ...social.values()]
      .flatMap(withPhrases)
      .flatMap(({ polar, rule, metric, metricName, alone }) => [
        ...(polar === 0 ? [] : [rule]),
        ...(metric === 0 ? [] : [`movement.${metricName}`]),
        ...(alone === 0 ? [] : [`mention.${metricName}`]),
      ])
      .filter((rule) => !expected.has(rule))
    expect([...new Set(missing)]).toEqual([])
  })

  test('cover every rule that fires on any of them', () => {
    const expected = new Set(cases.flatMap(({ rules }) => rules))
    const fired = new Set(readings.flatMap(({ result }) => result.evidence.map(({ rule }) => rule)))
    expect([...fired].filter((rule) => !expected.has(rule))).toEqual([])
    expect([...expected].filter((rule) => !fired.has(rule))).toEqual([])
  })
})
