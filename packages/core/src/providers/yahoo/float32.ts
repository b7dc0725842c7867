// All are exact, so that n / 10^k is the double nearest to the decimal.
const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/**
 * Yahoo stores prices as float32 and sends the widened double: 34.1 arrives as 34.099998474121094. This gives the price
 * back: the shortest decimal that is the same float32. A value that is no float32 is left alone.
 *
 * @example
 * shortestFloat32(34.099998474121094) // 34.1
 */
export function shortestFloat32(value: number): number {
  if (Math.fround(value) !== value) return value
  // Below 2^15 no two prices in cents share a float32, so one that fits is the shortest, and nearly all prices fit.
  const inCents = Math.round(value * 100) / 100
  if (Math.fround(inCents) === value && Math.abs(value) < 32_768) return inCents
  // With as many decimals as the gap to the next float32 has it always fits. Fewer may do, until one fails.
  let shortest = value
  for (let decimals = decimalsOfGap(value); decimals >= 0; decimals--) {
    const power = powersOfTen[decimals] as number
    const rounded = Math.round(value * power) / power
    if (Math.fround(rounded) !== value) break
    shortest = rounded
  }
  return shortest
}

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** How many decimals tell a float32 from its neighbours. */
function decimalsOfGap(value: number): number {
  float[0] = value
  const exponent = (((bits[0] as number) >>> 23) & 255) - 150
  return Math.min(powersOfTen.length - 1, Math.max(0, Math.ceil(-exponent * Math.LOG10E * Math.LN2)))
}
