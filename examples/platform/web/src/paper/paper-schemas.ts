import * as z from 'zod/mini'

/** What the page reads of the gateway's answers. Amounts come as decimal text; they become numbers only to be shown. */

const position = z.object({
  instrument: z.string(),
  quantity: z.string(),
  averagePrice: z.string(),
  cost: z.string(),
  price: z.nullable(z.string()),
})

export const account = z.object({
  id: z.string(),
  name: z.string(),
  sequence: z.number(),
  settings: z.object({ currency: z.string(), cash: z.string(), allowShort: z.boolean() }),
  simulated: z.boolean(),
  cash: z.string(),
  equity: z.string(),
  buyingPower: z.string(),
  marginCall: z.boolean(),
  positions: z.array(position),
})
export const accounts = z.object({ accounts: z.array(account) })

export const order = z.object({
  id: z.string(),
  instrument: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit', 'stop', 'stop-limit']),
  timeInForce: z.enum(['day', 'gtc', 'ioc']),
  quantity: z.string(),
  limitPrice: z.nullable(z.string()),
  stopPrice: z.nullable(z.string()),
  state: z.enum(['accepted', 'partially-filled', 'filled', 'cancelled', 'rejected', 'expired']),
  reason: z.nullable(z.string()),
  filled: z.string(),
  averagePrice: z.nullable(z.string()),
  changedAt: z.number(),
})
export const orders = z.object({ orders: z.array(order) })

export const preview = z.object({
  value: z.string(),
  commission: z.string(),
  buyingPower: z.object({ before: z.string(), after: z.string() }),
  shareOfEquity: z.nullable(z.string()),
  isOpen: z.boolean(),
  refusal: z.nullable(z.object({ reason: z.string(), message: z.string() })),
})

export const performance = z.object({
  startingCash: z.string(),
  equity: z.string(),
  totalReturn: z.string(),
  realised: z.string(),
  unrealised: z.string(),
  fees: z.string(),
  maxDrawdown: z.string(),
  trips: z.number(),
  winRate: z.nullable(z.string()),
  profitFactor: z.nullable(z.string()),
  exposure: z.nullable(z.string()),
  curve: z.array(z.tuple([z.number(), z.string()])),
})

export const changes = z.object({ changes: z.array(z.object({ sequence: z.number() })) })

export const failure = z.object({ error: z.object({ message: z.string() }) })

export type PaperAccount = z.output<typeof account>
export type PaperPosition = z.output<typeof position>
export type PaperOrder = z.output<typeof order>
export type PaperPreview = z.output<typeof preview>
export type PaperPerformance = z.output<typeof performance>
