import { expect, test } from 'vitest'
import { expectResult } from './expect-result.ts'
import { callsHook, examplesOf, isLiteral } from './extract.ts'

test('a stated result becomes an expectation, and what comes before it stays', () => {
  const text = `/**
 * Adds.
 *
 * @example
 * import { add } from '@starkmatter/core'
 * const three = 3
 * add(three, 4) // 7
 * @see elsewhere
 */`
  expect(examplesOf(text)).toEqual([
    {
      line: 4,
      imports: [{ specifier: '@starkmatter/core', names: ['add'] }],
      code: '\nconst three = 3\nexpectResult(add(three, 4), 7, "7")',
    },
  ])
})

test('a type is nothing that runs, and a hook is told from a function', () => {
  const ofHook =
    "/**\n * @example\n * import { get, type Got } from '@starkmatter/core'\n * useBars(get()).phase // 'idle'\n */"
  const [example] = examplesOf(ofHook)
  expect(example?.imports).toEqual([{ specifier: '@starkmatter/core', names: ['get'] }])
  expect(example && callsHook(example)).toBe(true)
  const [other] = examplesOf('/**\n * @example\n * reuse(3) // 3\n */')
  expect(other && callsHook(other)).toBe(false)
})

test('an example without a stated result is prose', () => {
  expect(
    examplesOf('/**\n * @example\n * await client.getBars(query) // daily bars of one year\n */'),
  ).toEqual([])
})

test.each([
  '7',
  '-0.5',
  '[NaN, 10, -10]',
  "{ label: 'positive', score: 0.4 }",
  'null',
  "'BTC/USDT'",
  '[]',
  '1e-9',
])('%s is a value', (text) => expect(isLiteral(text)).toBe(true))

test.each(['seven', '5 percent', 'throws', '[1, 2, …]', 'about 3', '2020-01-01'])('%s is no value', (text) =>
  expect(isLiteral(text)).toBe(false),
)

test('a wrong figure fails, and a rounded one holds to its digits', () => {
  expect(() => expectResult(7, 8, '8')).toThrow()
  expect(() => expectResult(2 / 3, 0.6667, '0.6667')).not.toThrow()
  expect(() => expectResult(0.6671, 0.6667, '0.6667')).toThrow()
  expect(() => expectResult(Float64Array.of(Number.NaN, 1), [Number.NaN, 1], '[NaN, 1]')).not.toThrow()
  expect(() => expectResult(Float64Array.of(1, 2), [1], '[1]')).toThrow()
})
