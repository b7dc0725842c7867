import * as z from 'zod'

/** What the routes answer, for the OpenAPI document and for tests; answers are not checked while serving. */

const attempt = z.object({
  provider: z.string(),
  outcome: z.string().describe('`OK`, or the error code why the provider was passed over.'),
  message: z.string().optional(),
  elapsedMs: z.number(),
})

export const sourceSchema = z
  .object({
    provider: z.string(),
    fetchedAt: z.number().describe('ms UTC.'),
    delayedMs: z
      .number()
      .nullable()
      .describe('Lag behind the market; `null` when the provider does not say.'),
    attempts: z.array(attempt),
    requestId: z.string().optional(),
  })
  .describe('Where the data come from, with every provider that was asked.')

const gap = z.object({
  from: z.number(),
  to: z.number(),
  reason: z.enum(['holiday', 'closed', 'no-trades', 'null-row', 'missing']),
})

const issue = z.object({
  kind: z.string(),
  message: z.string(),
  time: z.number().optional(),
  where: z.string().optional(),
})

const row = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number().nullable()])
  .describe(
    '`[time, open, high, low, close, volume]`; time is the bar’s open in ms UTC, an unknown volume is `null`.',
  )

export const barsSchema = z.object({
  instrument: z.string().describe('Canonical id, like `equity:AAPL@XNAS`.'),
  interval: z.string(),
  timeZone: z.string().describe('IANA zone of the exchange.'),
  currency: z.string().nullable(),
  priceScale: z.number().describe('Price times this is in `currency`.'),
  adjustment: z.enum(['raw', 'splits', 'splits+dividends']),
  source: sourceSchema,
  simulated: z.boolean().describe('True when the data are made up.'),
  forming: z.boolean().describe('True when the last bar is still forming.'),
  gaps: z.array(gap),
  issues: z.array(issue),
  bars: z.array(row),
})

const amount = z.number().nullable()
const extendedHours = z.object({ price: z.number(), time: z.number() }).optional()

export const quoteSchema = z.object({
  instrument: z.string(),
  name: z.string().nullable(),
  last: amount,
  time: amount,
  bid: amount,
  bidSize: amount,
  ask: amount,
  askSize: amount,
  open: amount,
  high: amount,
  low: amount,
  previousClose: amount,
  change: amount,
  changePercent: amount.describe('Percent units: -0.5 is -0.5 %.'),
  volume: amount,
  currency: z.string().nullable(),
  priceScale: z.number(),
  marketState: z.enum(['pre', 'open', 'post', 'closed']).nullable(),
  pre: extendedHours,
  post: extendedHours,
  bands: z
    .object({
      lower: z.number(),
      upper: z.number(),
      time: z.number(),
      indicators: z.array(z.string()).optional(),
    })
    .optional()
    .describe('Limit up, limit down.'),
  auction: z
    .object({
      kind: z.enum(['early-open', 'open', 'reopen', 'close', 'extreme-close', 'regulatory-close']),
      time: z.number(),
      auctionTime: z.number(),
      imbalance: z.number(),
      paired: z.number(),
      price: amount,
      venue: z.string().optional(),
    })
    .optional()
    .describe('What the next auction would do if it were held now.'),
  source: sourceSchema,
  simulated: z.boolean(),
})

export const quotesSchema = z.object({
  quotes: z.array(quoteSchema),
  missing: z.array(z.string()).describe('Symbols that no provider knows.'),
})

export const searchSchema = z.object({
  matches: z.array(
    z.object({
      instrument: z.string(),
      name: z.string().nullable(),
      exchange: z.string().nullable(),
      currency: z.string().nullable(),
      score: z.number().nullable(),
      provider: z.string(),
    }),
  ),
})

export const newsSchema = z.object({
  news: z.array(
    z.object({
      id: z.string(),
      time: z.number().describe('ms UTC.'),
      title: z.string(),
      summary: z.string().nullable(),
      url: z.string().describe('http(s).'),
      source: z.string().describe('Who published it.'),
      author: z.string().nullable(),
      imageUrl: z.string().nullable(),
      instruments: z.array(z.string()),
      language: z.string().nullable().describe('BCP 47.'),
      truncated: z.boolean(),
      provider: z.string().describe('Who found it.'),
      simulated: z.boolean().describe('True when it is made up.'),
    }),
  ),
})

export const statusSchema = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      simulated: z.boolean(),
      delayedMs: z.number().nullable(),
    }),
  ),
  simulated: z.boolean().describe('True when everything that is not imported is made up.'),
  imported: z.object({ series: z.number(), bars: z.number() }),
  store: z.string().describe('Driver of the store.'),
})

export const instrumentsSchema = z.object({
  instruments: z.array(
    z.object({
      instrument: z.string(),
      name: z.string().nullable(),
      interval: z.string(),
      adjustment: z.string(),
      timeZone: z.string(),
      currency: z.string().nullable(),
      provider: z.string(),
      bars: z.number(),
      first: z.number().nullable(),
      last: z.number().nullable(),
      adjustable: z.boolean().describe('True when a factor file was imported with it.'),
      issues: z.array(issue),
    }),
  ),
})

export const errorSchema = z.object({
  error: z.looseObject({
    code: z.string(),
    message: z.string(),
    retryable: z.boolean(),
    provider: z.string().optional(),
    parameter: z.string().optional(),
    attempts: z.array(attempt).optional(),
  }),
})
