// A processor divides in the time of ten multiplications. These divide by a fixed whole number with the same result, to the
// last bit, where a loop does so once a bar.

/** The first 24 bits of a reciprocal. */
export function headOf(divisor: number): number {
  return Math.fround(1 / divisor)
}

/** What `headOf` leaves of the reciprocal: with up to 29 bits, `head * divisor` is exact. */
export function tailOf(divisor: number): number {
  return (1 - headOf(divisor) * divisor) / divisor
}

/**
 * `dividend / divisor`, correctly rounded, for whole divisors up to a million and dividends from 1e-290 to 1e300, or NaN
 * beyond that: the caller has to divide where neither is sure.
 *
 * The dividend is split after 26 bits, so that the product of the heads is exact. What is added to it is wrong by less than
 * a 2 ** -75th of the quotient, which is never so near to the middle between two numbers: a whole multiple of
 * 1 / (2 * divisor) of the last bit lies between, and never none.
 */
export function quotient(dividend: number, head: number, tail: number): number {
  const scaled = dividend * 134_217_729
  const short = scaled - (scaled - dividend)
  return short * head + ((dividend - short) * head + dividend * tail)
}
