import * as z from 'zod/mini'
import { claims, subjectSchema, viewSchema } from './viewSchema.ts'

/** A list of holdings: how they did, and what they have in common. */
export const portfolioReview = z
  .object({
    summary: claims(4),
    holdings: z
      .array(z.object({ subject: subjectSchema, view: z.nullable(viewSchema), claims: claims(5) }))
      .check(z.maxLength(40)),
    concentration: claims(5),
    performance: claims(5),
    risks: claims(5),
  })
  .check(
    z.meta({
      title: 'portfolio-review',
      description:
        'A review of the given holdings: each in turn, then weights and concentration, performance and common risks. It advises no trade.',
    }),
  )
