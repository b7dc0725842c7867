import { analystTools } from '@starkmatter/core/ai'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { toolList, withDefaults } from './toolList.ts'

const schemaOf = (name: string) => toolList.find((tool) => tool.name === name)?.inputSchema

test('a tool asks for what it cannot guess, and says what it takes for the rest', () => {
  expect(Object.fromEntries(toolList.map(({ name, inputSchema }) => [name, inputSchema.required]))).toEqual({
    quote: ['symbol'],
    bars: ['symbol'],
    indicator: ['symbol', 'name'],
    screen: ['conditions'],
    fundamentals: ['symbol', 'kind'],
    calendar: ['kind'],
    news_search: [],
    sentiment_summary: [],
  })
  expect(schemaOf('bars')?.properties).toMatchObject({ interval: { default: '1d' }, rows: { default: 30 } })
  expect(schemaOf('indicator')?.properties).toMatchObject({
    period: { default: null },
    rows: { default: 30 },
  })
})

test('a default is what the tool itself takes', () => {
  for (const { name, input } of analystTools) {
    const { properties = {} } = z.toJSONSchema(input)
    for (const [key, value] of Object.entries(withDefaults(name, {}))) {
      expect(Object.keys(properties), name).toContain(key)
      const read = z.safeParse(input, withDefaults(name, { [key]: value }))
      const refused = read.error?.issues.map(({ path }) => path[0]) ?? []
      expect(refused, `${name}: ${key}`).not.toContain(key)
    }
  }
})

test('what was said stands, also where it is null', () => {
  const given = { symbol: 'AAPL', name: 'RSI', rows: 5, interval: null }
  expect(withDefaults('indicator', given)).toEqual({ ...given, period: null })
})
