import { type Decimal, decimal, larger, raise, smaller } from './decimal.ts'
import type { AccountSettings } from './events.ts'

/** What an order costs when so much of it has filled; it only grows while the order fills. */
export function commissionOf(
  { perUnit, rate, minimum }: AccountSettings['commission'],
  quantity: Decimal,
  value: Decimal,
): Decimal {
  const asked = decimal(perUnit).times(quantity).plus(decimal(rate).times(value))
  return raise(smaller(value, larger(decimal(minimum), asked)))
}
