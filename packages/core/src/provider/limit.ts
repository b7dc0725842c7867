import type { Interval } from '../market/index.ts'

/** A budget of `tokens` in any window of length `every`. Several apply together: 5 a minute and 25 a day. */
export type Limit = {
  tokens: number
  every: Interval
  /** Limits with one name share a bucket between providers that share a key. @default the provider's id */
  scope?: string | undefined
}
