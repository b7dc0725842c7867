import type * as z from 'zod/mini'
import type { Claim, ResolvedClaim } from '../claims/claim.ts'

/** Any zod object schema, of `zod` or `zod/mini`, that can be sent to a model. */
export type ReportSchema = z.core.$ZodType<object>

/** What a model writes with claims as they are stored: verified, and their numbers filled in. */
export type Resolved<value> = value extends Claim
  ? ResolvedClaim
  : value extends readonly (infer item)[]
    ? Resolved<item>[]
    : value extends object
      ? { [key in keyof value]: Resolved<value[key]> }
      : value

/** The body of a finished report of this schema. */
export type ReportBody<schema extends ReportSchema> = Resolved<z.core.output<schema>>

/** A report on its way: members appear once they are whole, claims once they are verified. */
export type DeepPartial<value> = value extends Claim
  ? value
  : value extends readonly (infer item)[]
    ? DeepPartial<item>[]
    : value extends object
      ? { [key in keyof value]?: DeepPartial<value[key]> }
      : value

export type PartialBody<schema extends ReportSchema> = DeepPartial<ReportBody<schema>>
