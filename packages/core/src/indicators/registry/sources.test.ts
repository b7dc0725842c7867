import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { indicators } from './index.ts'

const textsBelow = (folder: string) => {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url).map((name) => readFileSync(new URL(name, url), 'utf8'))
}

const groups = ['momentum', 'overlap', 'price-transform', 'statistic', 'volatility', 'volume'].flatMap(
  (group) => textsBelow(`../${group}/`),
)

/** What a reader can look up: a work's title, a year, a page, or a function of a published reference. */
const citation = /".+?"|\(.*?\d{4}\)|https:\/\/|`ta\.\w+`/

describe('functions beyond TA-Lib', () => {
  const beyond = [...indicators.values()].filter(({ outputs }) => outputs.every(({ talib }) => !talib))

  test('cite a source that can be looked up', () => {
    const sources = groups.flatMap((text) =>
      [...text.matchAll(/^ \* - Source: (.*?)\n \*(?: @|\n| -)/gms)].map(([, source = '']) => source),
    )
    expect(sources).toHaveLength(beyond.length)
    for (const source of sources) expect(source).toMatch(citation)
  })

  test('are each written a second time, from that source', () => {
    const formulas = textsBelow('beyond/').join('')
    const missing = beyond.filter(({ name }) => !new RegExp(`^ +${name}: `, 'm').test(formulas))
    expect(missing.map(({ name }) => name)).toEqual([])
    expect(beyond.length).toBeGreaterThanOrEqual(60)
  })
})
