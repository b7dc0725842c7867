import * as z from 'zod/mini'
import type { Claim } from '../claims/claim.ts'
import { subjectOf } from '../verify/walkReport.ts'
import { claimSchema } from './claimSchema.ts'
import { nodeOf } from './nodeOf.ts'

export type FitOptions = {
  /** The instrument that the whole is about, where there is one. */
  about: string | undefined
  /** Stands for a claim of the right shape, or `undefined` to leave it out. */
  claim: (claim: Claim, path: string, about: string | undefined) => unknown
  /** Whether a text outside the claims may stand; the schema answers for its own choices. */
  label: (text: string, path: string) => boolean
  /** Told for every part that had to be left out. */
  dropped: (path: string) => void
}

/** Where a value stands, and the instrument that the part around it is about. */
type Place = { path: string; about: string | undefined }

/** Marks what cannot stand in any form. */
const nothing = Symbol('nothing')

/**
 * The most of a value that fits a schema: what is absent becomes an empty list or `null` where the schema allows it, and
 * what cannot stand is left out with the smallest part around it that the schema can do without.
 *
 * @returns `undefined` when nothing of it fits.
 */
export function fitToSchema(schema: z.core.$ZodType, value: unknown, options: FitOptions): unknown {
  const fitted = keep(schema, value, { path: '', about: options.about }, options)
  return fitted === nothing ? undefined : fitted
}

function keep(schema: z.core.$ZodType, value: unknown, place: Place, options: FitOptions): unknown {
  const node = nodeOf(schema)
  const fitted = keepInner(schema, value, place, options)
  if (fitted !== nothing) return fitted
  if (node.nullable) return null
  return node.optional ? undefined : nothing
}

function keepInner(schema: z.core.$ZodType, value: unknown, place: Place, options: FitOptions): unknown {
  const node = nodeOf(schema)
  const { path, about } = place
  if (value === null && node.nullable) return null
  if (value === undefined && node.optional) return undefined
  if (value === undefined && node.nullable) {
    options.dropped(path)
    return null
  }
  switch (node.kind) {
    case 'object': {
      const members = isRecord(value) ? value : undefined
      if (value !== undefined && !members) options.dropped(path)
      const fitted: Record<string, unknown> = {}
      for (const [key, member] of Object.entries(node.shape)) {
        const own = members && Object.hasOwn(members, key) ? members[key] : undefined
        const inner = {
          path: path === '' ? key : `${path}.${key}`,
          about: (members && subjectOf(members)) ?? about,
        }
        const part = keep(member, own, inner, options)
        if (part === nothing) return nothing
        if (part !== undefined) fitted[key] = part
      }
      return fitted
    }
    case 'array': {
      if (!Array.isArray(value)) options.dropped(path)
      const items: readonly unknown[] = Array.isArray(value) ? value : []
      const fitted: unknown[] = []
      items.forEach((item, index) => {
        const part =
          fitted.length < node.maximum
            ? keep(node.element, item, { path: `${path}[${index}]`, about }, options)
            : nothing
        if (part !== nothing) fitted.push(part)
        else if (fitted.length >= node.maximum) options.dropped(`${path}[${index}]`)
      })
      return fitted.length >= node.minimum ? fitted : nothing
    }
    case 'claim': {
      const parsed = z.safeParse(claimSchema, value)
      const claim = parsed.success ? options.claim(parsed.data, path, about) : undefined
      if (claim !== undefined) return claim
      options.dropped(path)
      return nothing
    }
    default: {
      const parsed = z.safeParse(node.schema, value)
      const isFree = parsed.success && typeof parsed.data === 'string' && !node.isChoice
      if (parsed.success && (!isFree || options.label(String(parsed.data), path))) return parsed.data
      options.dropped(path)
      return nothing
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
