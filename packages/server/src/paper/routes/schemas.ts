import * as z from 'zod'
import { orderTermsSchema, paperEventSchema, settingsSchema } from '../engine/events.ts'

/** What the routes of paper trading take and answer. Amounts are decimal text, so that no reader rounds them. */

const positive = /^(?=.*[1-9])\d{1,12}(\.\d{1,8})?$/
const notNegative = /^\d{1,12}(\.\d{1,8})?$/
const decimalOf = (form: RegExp, is: string) =>
  z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(form, `${is} with at most 8 decimals, like "12.5"`))
const positiveAmount = decimalOf(positive, 'a number above 0')
const amountOrZero = decimalOf(notNegative, 'a number, 0 or more,')

export const accountPath = z.strictObject({ account: z.string().min(1).max(64) })
export const orderPath = accountPath.extend({ order: z.string().min(1).max(32) })

export const accountBody = z.strictObject({
  name: z.string().trim().min(1).max(60).default('Paper account'),
  currency: z
    .string()
    .regex(/^[A-Z]{3,5}$/, 'a currency looks like USD')
    .optional(),
  cash: positiveAmount.optional(),
  allowShort: z.boolean().optional(),
  commission: z
    .strictObject({
      perUnit: amountOrZero.default('0'),
      rate: decimalOf(/^(0(\.\d{1,8})?|1(\.0{1,8})?)$/, 'a part from 0 to 1').default('0'),
      minimum: amountOrZero.default('0'),
    })
    .optional(),
  slippageBps: decimalOf(/^\d{1,3}(\.\d{1,8})?$/, 'a number from 0 to 999').optional(),
  liquidity: settingsSchema.shape.liquidity.optional(),
})

export const orderBody = z.strictObject({
  symbol: z.string().trim().min(1).max(64).describe('Of the instrument, in any spelling.'),
  side: orderTermsSchema.shape.side,
  type: orderTermsSchema.shape.type.default('market'),
  quantity: positiveAmount,
  limitPrice: positiveAmount.nullish(),
  stopPrice: positiveAmount.nullish(),
  timeInForce: orderTermsSchema.shape.timeInForce
    .default('day')
    .describe('`day`: until the session ends; `gtc`: until it is cancelled; `ioc`: at once or never.'),
  clientOrderId: z
    .string()
    .min(1)
    .max(64)
    .nullish()
    .describe('Your own: asking twice with it places one order.'),
})

export const changeBody = z
  .strictObject({
    quantity: positiveAmount.optional(),
    limitPrice: positiveAmount.optional(),
    stopPrice: positiveAmount.optional(),
  })
  .refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    'name what is to be changed',
  )

const count = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)

export const ordersQuery = z.strictObject({
  state: z.enum(['open', 'closed', 'all']).default('all'),
  limit: count(500, 100),
})
export const fillsQuery = z.strictObject({ limit: count(1_000, 100) })
export const changesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Number of the newest event that you know.'),
  waitMs: z.coerce
    .number()
    .int()
    .min(0)
    .max(30_000)
    .default(0)
    .describe('How long to wait for the next one.'),
})

const amount = z.string().describe('Decimal.')

export const positionSchema = z.object({
  instrument: z.string(),
  quantity: amount.describe('Below zero when sold short.'),
  averagePrice: amount,
  cost: amount,
  price: amount.nullable().describe('What one is worth now: the middle of the book, or the last price.'),
  value: amount.nullable(),
  unrealised: amount.nullable(),
  realised: amount,
  openedAt: z.number(),
})

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  resetAt: z.number().nullable(),
  sequence: z.number().describe('Number of the newest event of its journal.'),
  settings: settingsSchema,
  simulated: z.boolean().describe('Some fill was made against simulated quotes.'),
  cash: amount,
  equity: amount,
  buyingPower: amount,
  reserved: amount.describe('Held back by open orders.'),
  marginCall: z
    .boolean()
    .describe('Shorts have risen beyond what is there for them: nothing new may be opened.'),
  positions: z.array(positionSchema),
  openOrders: z.number(),
})

export const orderSchema = z.object({
  id: z.string(),
  clientOrderId: z.string().nullable(),
  instrument: z.string(),
  side: orderTermsSchema.shape.side,
  type: orderTermsSchema.shape.type,
  timeInForce: orderTermsSchema.shape.timeInForce,
  quantity: amount,
  limitPrice: amount.nullable(),
  stopPrice: amount.nullable(),
  state: z.enum(['accepted', 'partially-filled', 'filled', 'cancelled', 'rejected', 'expired']),
  reason: z.string().nullable().describe('Why it ended without being filled whole.'),
  isTriggered: z.boolean(),
  filled: amount,
  averagePrice: amount.nullable(),
  fees: amount,
  acceptedAt: z.number(),
  changedAt: z.number(),
  expiresAt: z.number().nullable(),
})

export const previewSchema = z.object({
  price: amount.describe('At which its cost is worked out.'),
  value: amount,
  commission: amount,
  buyingPower: z.object({ before: amount, after: amount }),
  shareOfEquity: amount.nullable(),
  isOpen: z.boolean().describe('Whether the session is open; else the order waits for it.'),
  simulated: z.boolean(),
  refusal: z
    .object({ reason: z.string(), message: z.string() })
    .nullable()
    .describe('Why it would not be taken.'),
})

export const fillSchema = z.object({
  sequence: z.number(),
  at: z.number(),
  order: z.string(),
  instrument: z.string(),
  side: orderTermsSchema.shape.side,
  price: amount,
  quantity: amount,
  fee: amount,
  basis: z
    .enum(['book', 'last'])
    .describe('Filled against the book, or, where none was shown, the last price.'),
  realised: amount.nullable().describe('Before fees; `null` where it opened or added.'),
  simulated: z.boolean(),
  delayedMs: z.number().nullable(),
})

const ratio = amount.nullable().describe('A part: 0.05 is 5 %.')

export const performanceSchema = z.object({
  currency: z.string(),
  startingCash: amount,
  equity: amount,
  totalReturn: amount.describe('(equity − starting cash) ÷ starting cash.'),
  realised: amount,
  unrealised: amount,
  fees: amount,
  maxDrawdown: amount.describe('The largest fall from a peak before it, ÷ that peak.'),
  trips: z.number().describe('Round trips: from nothing held to a position and back.'),
  winRate: ratio.describe('Round trips that won after fees, ÷ all.'),
  profitFactor: ratio.describe('What the winning ones won ÷ what the losing ones lost.'),
  exposure: ratio.describe('What is held, long and short added up, ÷ equity.'),
  curve: z
    .array(z.tuple([z.number(), amount]))
    .describe('`[time, equity]`; at most 1,000 points, thinned as they grow older.'),
  simulated: z.boolean(),
})

export const changesSchema = z.object({
  changes: z.array(z.object({ sequence: z.number(), event: paperEventSchema })),
})
