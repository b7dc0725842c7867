import * as z from 'zod'

/** A decimal number as text, every digit kept. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/)

export const settingsSchema = z.object({
  currency: z.string().describe('ISO 4217. Only instruments that are priced in it can be traded.'),
  cash: amount.describe('What the account begins with.'),
  allowShort: z.boolean().describe('Whether more may be sold than is held.'),
  commission: z
    .object({
      perUnit: amount.describe('For each share, coin or contract.'),
      rate: amount.describe('Of the value of the trade: 0.001 is 0.1 %.'),
      minimum: amount.describe('For an order that fills, over all of its fills.'),
    })
    .describe('The larger of the minimum and the sum of the other two; never more than the trade is worth.'),
  slippageBps: amount.describe(
    'How much worse than the quote an order fills that takes it, in hundredths of a percent.',
  ),
  liquidity: z
    .enum(['displayed', 'unlimited'])
    .describe('Whether a quote fills no more than the size that it shows.'),
})

/** What an account is opened with. */
export type AccountSettings = z.output<typeof settingsSchema>

export const orderTermsSchema = z.object({
  id: z.string(),
  clientOrderId: z.string().nullable(),
  instrument: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit', 'stop', 'stop-limit']),
  timeInForce: z.enum(['day', 'gtc', 'ioc']),
  quantity: amount,
  limitPrice: amount.nullable(),
  stopPrice: amount.nullable(),
  /** When a day order ends, ms UTC. */
  expiresAt: z.number().nullable(),
  /** The price at which its cost is held back. */
  reservePrice: amount,
  /** The time of the last trade that was known when it came, ms UTC: only later ones can trigger or fill it. */
  marketTime: z.number().nullable(),
})

/** What an order says. */
export type OrderTerms = z.output<typeof orderTermsSchema>

const at = z.number().describe('ms UTC.')
const order = z.string()

const fillFacts = z.object({
  price: amount,
  quantity: amount,
  fee: amount,
  /** What was filled against: the best offer or bid, or, where the quote has none, the last price. */
  basis: z.enum(['book', 'last']),
  simulated: z.boolean(),
  delayedMs: z.number().nullable(),
})

export type FillFacts = z.output<typeof fillFacts>

export const endReasons = [
  'asked',
  'day-over',
  'not-filled-at-once',
  'market-closed',
  'buying-power',
  'nothing-held',
  'split',
  'reset',
] as const

/** What can happen to an account. Its journal is a list of these, and its state is what they add up to. */
export const paperEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), at, settings: settingsSchema }),
  /** Back to the beginning; the journal keeps what was before. */
  z.object({ type: z.literal('reset'), at, settings: settingsSchema }),
  z.object({ type: z.literal('accepted'), at, terms: orderTermsSchema }),
  /** It met an open market and was not filled whole: from now on it waits in the book, at its price. */
  z.object({ type: z.literal('rested'), at, order }),
  /** Its stop was reached: from now on it is a market or a limit order. */
  z.object({ type: z.literal('triggered'), at, order, price: amount }),
  z.object({ type: z.literal('filled'), at, order, fill: fillFacts }),
  z.object({
    type: z.literal('replaced'),
    at,
    order,
    ...orderTermsSchema.pick({
      quantity: true,
      limitPrice: true,
      stopPrice: true,
      reservePrice: true,
      marketTime: true,
    }).shape,
  }),
  z.object({
    type: z.literal('ended'),
    at,
    order,
    state: z.enum(['cancelled', 'rejected', 'expired']),
    reason: z.enum(endReasons),
  }),
  z.object({
    type: z.literal('split'),
    at,
    instrument: z.string(),
    /** Ex-date, `YYYY-MM-DD`. */
    date: z.string(),
    numerator: amount,
    denominator: amount,
  }),
  /** What is held is worth this now: a point of the equity curve. */
  z.object({ type: z.literal('marked'), at, prices: z.record(z.string(), amount) }),
])

export type PaperEvent = z.output<typeof paperEventSchema>
export type EventOf<type extends PaperEvent['type']> = Extract<PaperEvent, { type: type }>
export type EndReason = (typeof endReasons)[number]
