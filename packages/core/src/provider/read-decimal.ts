const powersOfTen = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/**
 * A decimal number that is sent as text, exactly rounded; NaN for anything else. Several times faster than to check the text
 * and convert it.
 *
 * @example
 * readDecimal('187.1500') // 187.15
 */
export function readDecimal(text: string): number {
  const { length } = text
  const begin = text.charCodeAt(0) === 45 ? 1 : 0
  let mantissa = 0
  let scale = -1
  let at = begin
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      if (scale >= 0) scale++
    } else if (digit === -2 && scale < 0 && at > begin) scale = 0
    else break
  }
  // Up to 15 digits the mantissa is exact, and so is the power of ten: one division rounds once.
  if (at < length || at === begin || scale === 0 || at - begin > 15) {
    return decimal.test(text) ? Number(text) : Number.NaN
  }
  const value = scale > 0 ? mantissa / (powersOfTen[scale] as number) : mantissa
  return begin === 1 ? -value : value
}
