import { isInterval } from '@starkmatter/core'
import * as z from 'zod'
import { conditionSchema } from '../rules/condition.ts'

/** A year: longer than that, nothing is meant to wait. */
const longestCoolDownMs = 31_536_000_000

const name = z.string().trim().min(1).max(100).nullable().describe('What its owner calls it.')
const symbol = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .describe('A symbol (`AAPL`, `BTC-USD`) or a canonical id (`equity:AAPL@XNAS`).')
const interval = z
  .string()
  .refine(isInterval, 'use a whole number and a unit: 30s, 1m, 15m, 1h, 4h, 1d, 1w, 1mo')
  .describe('Length of the bars that it is judged on.')
const evaluate = z
  .enum(['close', 'tick'])
  .describe('Judged as a bar closes, so that nothing is taken back, or at each price while it forms.')
const repeat = z
  .enum(['once', 'every time', 'once per bar'])
  .describe('The first time, each time the condition begins to hold, or in each bar in which it holds.')
const coolDownMs = z
  .number()
  .int()
  .min(0)
  .max(longestCoolDownMs)
  .describe('After a firing, nothing fires for so long.')
const expiresAt = z.number().int().nullable().describe('ms UTC; from then on it does not fire.')
const webhook = z.string().max(2_048).nullable().describe('`https:` address that each firing is posted to.')

/** What makes an alert. */
export const newAlertBody = z.strictObject({
  name: name.default(null),
  symbol,
  interval: interval.default('1d'),
  condition: conditionSchema,
  evaluate: evaluate.default('close'),
  repeat: repeat.default('once'),
  coolDownMs: coolDownMs.default(0),
  expiresAt: expiresAt.default(null),
  webhook: webhook.default(null),
})

/** What changes one: the named fields only. */
export const alertChangeBody = z.strictObject({
  name: name.optional(),
  interval: interval.optional(),
  condition: conditionSchema.optional(),
  evaluate: evaluate.optional(),
  repeat: repeat.optional(),
  coolDownMs: coolDownMs.optional(),
  expiresAt: expiresAt.optional(),
  webhook: webhook.optional(),
  status: z.enum(['active', 'paused']).optional().describe('`active` resumes it, also after it is done.'),
})

export const alertPath = z.strictObject({ id: z.string().min(1).max(64) })

export const alertSchema = z.object({
  id: z.string(),
  name,
  description: z.string().describe('What it waits for, in words.'),
  symbol,
  instrument: z.string(),
  interval,
  condition: conditionSchema,
  evaluate,
  repeat,
  coolDownMs,
  expiresAt,
  webhook,
  status: z.enum(['active', 'paused', 'done', 'expired']),
  firings: z.number(),
  lastFiredAt: z.number().nullable(),
  createdAt: z.number(),
  watch: z
    .object({ state: z.enum(['starting', 'watching', 'failed']), message: z.string().nullable() })
    .nullable()
    .describe('How its evaluation stands; `null` where it is not active, or another process evaluates it.'),
})

export const unreadSchema = z.object({
  last: z.number().describe('`sequence` of the newest firing, 0 without one.'),
  read: z.number().describe('Up to which firing was looked at.'),
})

export const firingSchema = z.object({
  id: z.string(),
  sequence: z.number().describe('Place among the firings of its owner, without holes.'),
  alertId: z.string(),
  description: z.string(),
  name,
  instrument: z.string(),
  interval,
  barTime: z.number().describe('Open of the bar, ms UTC.'),
  at: z.number().describe('When the condition held, ms UTC.'),
  recordedAt: z.number().describe('When it was noticed: later where nobody was watching then. ms UTC.'),
  price: z.number().nullable().describe('Close of the bar, or the latest price; `null` for a test.'),
  values: z.array(z.object({ name: z.string(), value: z.number().nullable() })),
  headline: z.string().nullable(),
  simulated: z.boolean(),
  test: z.boolean(),
  delivery: z
    .object({
      status: z.enum(['pending', 'delivered', 'dead']),
      attempts: z.number(),
      dueAt: z.number().describe('Of the next attempt, ms UTC.'),
      lastError: z.string().nullable(),
    })
    .nullable()
    .describe('How it goes with the webhook, where there is one.'),
})

export const alertListSchema = z.object({ alerts: z.array(alertSchema), unread: unreadSchema })
export const firingListSchema = z.object({ firings: z.array(firingSchema), unread: unreadSchema })
export const previewSchema = z.object({
  description: z.string(),
  bars: z.number().describe('How many closed bars were looked at.'),
  from: z.number().nullable().describe('Open of the oldest of them, ms UTC.'),
  fired: z.array(z.number()).describe('Opens of the bars in which it would have fired, the newest 100.'),
  count: z.number(),
})
export const secretSchema = z.object({
  secret: z.string().describe('`whsec_…`: what webhooks are signed with, as Standard Webhooks define.'),
})
