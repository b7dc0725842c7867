import type { Claim } from '../claims/claim.ts'

/** Whether a part of a report's body is a claim, by its shape. */
export function isClaim(value: object): value is Claim {
  return (
    typeof Reflect.get(value, 'text') === 'string' &&
    'slots comparisons quotes'.split(' ').every((list) => Array.isArray(Reflect.get(value, list)))
  )
}
