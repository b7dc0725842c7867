import * as z from 'zod/mini'

/** What the server answers about alerts, as far as the page shows it. */
export const alertShape = z.object({
  id: z.string(),
  description: z.string(),
  instrument: z.string(),
  status: z.enum(['active', 'paused', 'done', 'expired']),
  repeat: z.string(),
  firings: z.number(),
  watch: z.nullable(z.object({ state: z.string(), message: z.nullable(z.string()) })),
})

export const unreadShape = z.object({ last: z.number(), read: z.number() })

export const alertListShape = z.object({ alerts: z.array(alertShape), unread: unreadShape })

export const firingShape = z.object({
  id: z.string(),
  sequence: z.number(),
  description: z.string(),
  instrument: z.string(),
  at: z.number(),
  recordedAt: z.number(),
  values: z.array(z.object({ name: z.string(), value: z.nullable(z.number()) })),
  headline: z.nullable(z.string()),
  simulated: z.boolean(),
  test: z.boolean(),
  delivery: z.nullable(
    z.object({ status: z.string(), attempts: z.number(), lastError: z.nullable(z.string()) }),
  ),
})

export const firingListShape = z.object({ firings: z.array(firingShape), unread: unreadShape })

export const previewShape = z.object({ description: z.string(), bars: z.number(), count: z.number() })

export const eventShape = z.union([
  z.object({ type: z.literal('firing'), firing: firingShape }),
  z.object({ type: z.literal('heartbeat'), last: z.number() }),
])

export type Alert = z.infer<typeof alertShape>
export type Firing = z.infer<typeof firingShape>
