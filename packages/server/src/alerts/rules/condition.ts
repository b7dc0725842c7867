import * as z from 'zod'

/** Most conditions that one combination holds; combinations are two levels deep at most, so an alert has at most 25 conditions. */
const mostConditions = 5

const operand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('price'),
    field: z.enum(['open', 'high', 'low', 'close']).default('close'),
  }),
  z.strictObject({ kind: z.literal('level'), value: z.number() }),
  z.strictObject({
    kind: z.literal('indicator'),
    name: z.string().min(1).max(40).describe('A name of the registry, like `RSI`.'),
    params: z
      .record(z.string().max(40), z.number())
      .refine((params) => Object.keys(params).length <= 16, 'give at most 16 parameters')
      .optional()
      .describe('Where they are not the defaults.'),
    output: z.string().max(40).optional().describe('Where the indicator has several; the first by default.'),
  }),
])

const compare = z
  .strictObject({
    type: z.literal('compare'),
    left: operand,
    relation: z.enum(['crosses', 'crosses above', 'crosses below', 'is above', 'is below']),
    right: operand,
  })
  .describe(
    'One value against another. It crosses above when it was strictly below at the evaluation before, and is at or above now.',
  )

const change = z
  .strictObject({
    type: z.literal('change'),
    direction: z.enum(['up', 'down', 'either']),
    percent: z.number().positive().max(100_000).describe('Percent units: 5 is 5 %.'),
    over: z
      .union([z.literal('previous close'), z.number().int().min(1).max(500)])
      .describe('Against the close of the trading day before, or of so many bars ago.'),
  })
  .describe('The price has moved by at least so much.')

const volume = z
  .strictObject({
    type: z.literal('volume'),
    relation: z.enum(['is above', 'is below']),
    times: z.number().positive().max(10_000),
    period: z.number().int().min(2).max(500),
  })
  .describe('The volume against a multiple of its average over the bars before.')

const sentiment = z
  .strictObject({
    type: z.literal('sentiment'),
    relation: z.enum(['is above', 'is below']),
    score: z.number().min(-1).max(1),
  })
  .describe('How the news of the last 30 days read, from -1 to 1.')

const headline = z
  .strictObject({
    type: z.literal('headline'),
    words: z.array(z.string().trim().min(2).max(60)).min(1).max(10),
  })
  .describe('A new headline that holds one of these words; capitals do not matter.')

const leaf = z.discriminatedUnion('type', [compare, change, volume, sentiment, headline])

function combinationOf<member extends z.ZodType>(member: member) {
  return z.strictObject({
    type: z.enum(['all', 'any']),
    conditions: z.array(member).min(2).max(mostConditions),
  })
}

/** When an alert fires: what a client sends, what is stored, and what is evaluated. */
export const conditionSchema = z.union([leaf, combinationOf(z.union([leaf, combinationOf(leaf)]))])

export type Operand = z.output<typeof operand>
export type CompareCondition = z.output<typeof compare>
export type LeafCondition = z.output<typeof leaf>
export type Combination = { type: 'all' | 'any'; conditions: readonly Condition[] }
export type Condition = LeafCondition | Combination

/** The single conditions of one, in their order. */
export function leavesOf(condition: Condition): readonly LeafCondition[] {
  return 'conditions' in condition ? condition.conditions.flatMap(leavesOf) : [condition]
}

/** Whether news can make it true. */
export function needsNews(condition: Condition): boolean {
  return leavesOf(condition).some(({ type }) => type === 'sentiment' || type === 'headline')
}

/** Whether the words of a headline can make it true. */
export function asksForWords(condition: Condition): boolean {
  return leavesOf(condition).some(({ type }) => type === 'headline')
}
