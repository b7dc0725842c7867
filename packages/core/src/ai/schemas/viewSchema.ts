import * as z from 'zod/mini'
import { claimSchema } from './claimSchema.ts'

/** A list of sentences. */
export function claims(most: number) {
  return z.array(claimSchema).check(z.maxLength(most))
}

/** Canonical instrument id, exactly as the evidence spells it. */
export const subjectSchema = z
  .string()
  .check(z.maxLength(80), z.describe('The instrument id exactly as in the evidence, like equity:AAPL.'))

/** Which way a report leans on one instrument. A journal scores it once its horizon is over. */
export const viewSchema = z.object({
  subject: subjectSchema,
  stance: z.enum(['bullish', 'neutral', 'bearish']),
  conviction: z.enum(['slight', 'moderate', 'strong']),
  horizon: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  /** A view without a verified reason is none. */
  because: z.array(claimSchema).check(z.minLength(1), z.maxLength(3)),
})

export type View = z.infer<typeof viewSchema>
