const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/**
 * `Number(value.toPrecision(digits))`, the same to the last bit and several times faster: a computed price, to the digits
 * that prices have.
 *
 * @param digits - 1 to 12.
 * @example
 * roundDigits(34.1 * 0.7, 10) // 23.87
 */
export function roundDigits(value: number, digits: number): number {
  const size = Math.abs(value)
  if (size >= 1e-9 && size < (powersOfTen[digits] as number)) {
    let decimals = digits
    while (size >= (powersOfTen[digits - decimals] as number)) decimals--
    if (size < 1) while (size * (powersOfTen[decimals - digits + 1] as number) < 1) decimals++
    const scale = powersOfTen[decimals] as number
    const scaled = size * scale
    const whole = Math.floor(scaled + 0.5)
    // The product may be off by its last bit, which matters only close to a half. The quotient is rounded once.
    if (Math.abs(scaled - whole) < 0.499) return value < 0 ? -whole / scale : whole / scale
  }
  return Number(value.toPrecision(digits))
}
