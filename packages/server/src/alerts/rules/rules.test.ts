import { indicators } from '@starkmatter/core/indicators/registry'
import { expect, test } from 'vitest'
import { checkCondition } from './check-condition.ts'
import { type Condition, conditionSchema } from './condition.ts'
import { describeAlert } from './describe.ts'

const close = { kind: 'price' } as const
const level = (value: number) => ({ kind: 'level', value }) as const
const indicator = (name: string, rest: object = {}) => ({ kind: 'indicator', name, ...rest }) as const
const compare = (left: object, relation: string, right: object) => ({
  type: 'compare',
  left,
  relation,
  right,
})

const read = (input: unknown): Condition => conditionSchema.parse(input)
const say = (input: unknown, evaluate: 'close' | 'tick' = 'close', interval: '1d' | '15m' = '1d') =>
  describeAlert({ instrument: 'equity:AAPL@XNAS', interval, condition: read(input), evaluate })

test.each([
  [
    compare(close, 'crosses above', indicator('SMA', { params: { period: 200 } })),
    'close crosses above SMA(200)',
  ],
  [
    compare(indicator('MACD', { output: 'macd' }), 'crosses', indicator('MACD', { output: 'signal' })),
    'MACD(12, 26, 9) macd crosses MACD(12, 26, 9) signal',
  ],
  [compare(indicator('RSI'), 'crosses below', level(30)), 'RSI(14) crosses below 30'],
  [compare(close, 'is above', level(-1234.5)), 'close is above −1,234.5'],
  [compare(close, 'is below', level(0.000_012_34)), 'close is below 0.00001234'],
  [
    { type: 'change', direction: 'either', percent: 5, over: 'previous close' },
    'price moves by 5 % or more from the previous close',
  ],
  [{ type: 'change', direction: 'down', percent: 2.5, over: 1 }, 'price falls by 2.5 % or more within 1 bar'],
  [
    { type: 'volume', relation: 'is above', times: 2, period: 20 },
    'volume is above 2 times its average of 20 bars',
  ],
  [{ type: 'sentiment', relation: 'is below', score: -0.4 }, 'news sentiment is below −0.4'],
  [{ type: 'headline', words: ['recall', 'lawsuit'] }, 'a headline has "recall" or "lawsuit"'],
  [
    {
      type: 'all',
      conditions: [
        compare(close, 'is above', level(1)),
        {
          type: 'any',
          conditions: [compare(close, 'crosses', level(2)), compare(close, 'crosses', level(3))],
        },
      ],
    },
    'close is above 1 and (close crosses 2 or close crosses 3)',
  ],
])('a condition in words: %j', (input, text) => {
  expect(say(input)).toBe(`AAPL: ${text} on daily bars`)
})

test('an alert on prices says that its bar is still forming', () => {
  expect(say(compare(close, 'crosses', level(200)), 'tick', '15m')).toBe(
    'AAPL: price crosses 200 on 15-minute bars, while they form',
  )
})

test.each([
  ['an unknown type', { type: 'soon' }],
  ['a field too many', { ...compare(close, 'crosses', level(1)), note: 'x' }],
  ['a number that is none', compare(close, 'crosses', level(Number.NaN))],
  ['an infinite one', compare(close, 'crosses', level(Number.POSITIVE_INFINITY))],
  ['a percentage below 0', { type: 'change', direction: 'up', percent: -1, over: 1 }],
  ['one condition in a combination', { type: 'all', conditions: [compare(close, 'crosses', level(1))] }],
  ['a combination three deep', nested(3)],
  ['a text', 'close > 1'],
  ['nothing', null],
])('%s is refused', (_, input) => {
  expect(conditionSchema.safeParse(input).success).toBe(false)
})

function nested(depth: number): object {
  const leaf = compare(close, 'crosses', level(1))
  const inner = depth === 1 ? leaf : nested(depth - 1)
  return { type: 'any', conditions: [inner, leaf] }
}

test('combinations may be two deep', () => {
  expect(conditionSchema.safeParse(nested(2)).success).toBe(true)
})

test.each([
  [compare(level(1), 'crosses', level(2)), /Both sides are numbers/],
  [compare(close, 'crosses', close), /same value/],
  [compare(indicator('rsi'), 'crosses', level(1)), /no indicator "rsi"/],
  [compare(indicator('MACD', { output: 'middle' }), 'crosses', level(1)), /no output "middle".*macd, signal/],
  [compare(indicator('SMA', { params: { length: 5 } }), 'crosses', level(1)), /length/],
  [compare(indicator('SMA', { params: { period: 1.5 } }), 'crosses', level(1)), /period/],
  [compare(indicator('SMA', { params: { period: 5_000 } }), 'crosses', level(1)), /at most 2000/],
  [compare(indicator('MAVP'), 'crosses', level(1)), /period for every bar/],
])('%j is refused in a sentence that says what to do', (input, message) => {
  expect(() => checkCondition(read(input))).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  expect(() => checkCondition(read(input))).toThrow(message)
})

test('of an indicator that repaints no alert is made; of all others one is', () => {
  for (const { name, repaints, causal, inputs } of indicators.values()) {
    const isFit = causal && !repaints && !inputs.includes('periods')
    const check = () => checkCondition(read(compare(indicator(name), 'crosses', level(1))))
    if (isFit) expect(check).not.toThrow()
    else expect(check).toThrow(name)
  }
})
