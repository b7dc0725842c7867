import * as z from 'zod/mini'
import type { Claim } from '../claims/claim.ts'

const slotName = z.string().check(z.regex(/^[a-z][a-zA-Z]{0,19}$/))
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))

const reference = {
  subject: text(80),
  metric: text(80),
  asOf: text(40),
  ref: text(40),
}

const slot = z.object({
  name: slotName,
  ...reference,
  op: z.enum(['value', 'diff', 'pctDiff', 'ratio', 'min', 'max', 'mean', 'sum', 'count']),
  base: z.nullable(z.object(reference)),
  since: z.nullable(text(40)),
  magnitude: z.boolean(),
})

const comparison = z.object({
  left: slotName,
  relation: z.enum([
    'above',
    'below',
    'equal',
    'rising',
    'falling',
    'highest',
    'lowest',
    'overbought',
    'oversold',
  ]),
  right: z.nullable(slotName),
})

const quote = z.object({
  ref: text(40),
  article: text(80),
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(1)),
})

/**
 * One sentence whose every number is a slot: the only place where a report may speak of numbers, comparisons and quotes.
 * Put it into your own report schemas; the analyst verifies it and fills it in.
 */
export const claimSchema: z.ZodMiniType<Claim> = z.object({
  id: z.string().check(z.regex(/^[\w.:-]{1,64}$/)),
  text: text(400),
  slots: z.array(slot).check(z.maxLength(8)),
  comparisons: z.array(comparison).check(z.maxLength(4)),
  quotes: z.array(quote).check(z.maxLength(3)),
})
