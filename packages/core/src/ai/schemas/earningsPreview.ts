import * as z from 'zod/mini'
import { claims, viewSchema } from './viewSchema.ts'

/** What to expect of a company's next earnings report. */
export const earningsPreview = z
  .object({
    view: z.nullable(viewSchema),
    summary: claims(3),
    expectations: claims(5),
    history: claims(5),
    drivers: claims(5),
    reaction: claims(4),
    risks: claims(4),
  })
  .check(
    z.meta({
      title: 'earnings-preview',
      description:
        'A preview of one company’s next earnings report: when it is due, what is expected, how earlier reports came out against expectations and how the price took them.',
    }),
  )
