import { BadRequestError } from '@starkmatter/core'

/** Why an order is not taken. */
export type Refusal =
  | 'buying-power'
  | 'nothing-held'
  | 'currency'
  | 'no-price'
  | 'not-tradable'
  | 'terms'
  | 'stop-passed'
  | 'market-closed'
  | 'too-many-orders'
  | 'id-in-use'
  | 'not-open'

/** An order is not taken, or not changed. Nothing of the account was changed. */
export class OrderRefusedError extends BadRequestError {
  override readonly name = 'OrderRefusedError'
  readonly reason: Refusal
  /** What it would take, as decimal text, where that is the reason. */
  readonly needed: string | undefined
  /** What there is. */
  readonly available: string | undefined

  constructor(
    reason: Refusal,
    message: string,
    facts: { parameter?: string; needed?: string; available?: string } = {},
  ) {
    super(message, { parameter: facts.parameter ?? 'order' })
    this.reason = reason
    this.needed = facts.needed
    this.available = facts.available
  }
}
