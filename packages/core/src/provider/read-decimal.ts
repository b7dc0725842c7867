const powersOfTen = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/**
 * A decimal number that is sent as text, exactly rounded; NaN for anything else. Two to four times faster than to check the
 * text and convert it.
 *
 * @example
 * readDecimal('187.1500') // 187.15
 */
export function readDecimal(text: string): number {
  const { length } = text
  // Up to 15 digits the mantissa is exact, and so is the power of ten: one division rounds once.
  if (length > 16) return readAny(text)
  let mantissa = 0
  let at = 0
  let digit = 0
  for (; at < length; at++) {
    digit = text.charCodeAt(at) - 48
    if (digit >>> 0 > 9) break
    mantissa = mantissa * 10 + digit
  }
  if (at === 0) return readAny(text)
  if (at === length) return at === 16 ? readAny(text) : mantissa
  const decimals = length - ++at
  if (digit !== -2 || decimals === 0) return readAny(text)
  if (decimals % 2 === 1) {
    digit = text.charCodeAt(at++) - 48
    if (digit >>> 0 > 9) return readAny(text)
    mantissa = mantissa * 10 + digit
  }
  // By twos: the reckoning is a chain in which each step waits for the one before.
  for (; at < length; at += 2) {
    const tens = text.charCodeAt(at) - 48
    const ones = text.charCodeAt(at + 1) - 48
    if (tens >>> 0 > 9 || ones >>> 0 > 9) return readAny(text)
    mantissa = mantissa * 100 + (tens * 10 + ones)
  }
  return mantissa / (powersOfTen[decimals] as number)
}

/** Signs, exponents and more digits, as well as all that is no number. */
function readAny(text: string): number {
  return decimal.test(text) ? Number(text) : Number.NaN
}
