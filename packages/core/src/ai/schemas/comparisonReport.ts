import * as z from 'zod/mini'
import { claims, subjectSchema, viewSchema } from './viewSchema.ts'

/** Several instruments side by side. */
export const comparisonReport = z
  .object({
    views: z.array(viewSchema).check(z.maxLength(8)),
    summary: claims(4),
    criteria: z
      .array(
        z.object({
          heading: z.string().check(z.minLength(1), z.maxLength(60)),
          preferred: z.nullable(subjectSchema),
          claims: claims(8),
        }),
      )
      .check(z.maxLength(8)),
    risks: claims(4),
  })
  .check(
    z.meta({
      title: 'comparison',
      description:
        'A comparison of the given instruments, criterion by criterion, each with the same metrics for all of them at the same time.',
    }),
  )
