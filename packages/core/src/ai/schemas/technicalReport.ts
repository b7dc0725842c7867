import * as z from 'zod/mini'
import { claims, viewSchema } from './viewSchema.ts'

/** What price, volume and indicators say about one instrument. */
export const technicalReport = z
  .object({
    view: z.nullable(viewSchema),
    summary: claims(3),
    trend: claims(5),
    momentum: claims(5),
    volatility: claims(4),
    volume: claims(4),
    levels: claims(5),
    risks: claims(4),
  })
  .check(
    z.meta({
      title: 'technical',
      description:
        'A technical analysis of one instrument from its bars and indicators: trend against moving averages, momentum, volatility, volume, and the levels that the window gives.',
    }),
  )
