import createBig, { type Big } from 'big.js'

/** An exact decimal number. Money and quantities are never binary fractions: a tenth of a coin is a tenth. */
export type Decimal = Big

// A constructor of our own: the library's settings are shared by everything that imports it.
const Exact = createBig()
Exact.DP = 16
Exact.RM = 2

export function decimal(value: string | number | Decimal): Decimal {
  return new Exact(value)
}

export const zero: Decimal = decimal(0)

/** Every digit, without an exponent. */
export function toText(value: Decimal): string {
  return value.toFixed()
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero
  for (const value of values) total = total.plus(value)
  return total
}

/** Decimals that a price, a fee and a quantity have at most. */
export const finest = 8

/** Rounds down, away from no-one's favour: towards zero. */
export function cut(value: Decimal, decimals: number = finest): Decimal {
  return value.round(decimals, 0)
}

/** Rounds away from zero. */
export function raise(value: Decimal, decimals: number = finest): Decimal {
  return value.round(decimals, 3)
}

/** `1,234.50`: at least two decimals, and all that there are. */
export function formatAmount(value: Decimal): string {
  const [whole = '0', part = ''] = toText(value.abs()).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value.lt(0) ? '−' : ''}${grouped}.${part.padEnd(2, '0')}`
}
