// All are exact, so that n / 10^k is the double nearest to the decimal.
const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

// By the exponent bits of a float32: half the gap to its neighbours, and how many decimals tell it from them.
const halfGaps = Float64Array.from({ length: 256 }, (_, exponent) => 2 ** (exponent - 151))
const decimalsOfGap = Uint8Array.from(halfGaps, (half) =>
  Math.min(22, Math.max(0, Math.ceil(-Math.log10(2 * half)))),
)
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/**
 * Yahoo stores prices as float32 and sends the widened double: 34.1 arrives as 34.099998474121094. This gives the price
 * back: the shortest decimal that is the same float32. A value that is no float32 is left alone.
 *
 * @example
 * shortestFloat32(34.099998474121094) // 34.1
 */
export function shortestFloat32(value: number): number {
  float[0] = value
  if (float[0] !== value) return value
  const size = Math.abs(value)
  const word = bits[0] as number
  const exponent = (word >>> 23) & 255
  const half = halfGaps[exponent] as number
  let decimals = decimalsOfGap[exponent] as number
  // A power of two has a nearer neighbour below. Scaled by up to 10^12 the 24 bits of a float32 are exact in a double.
  if ((word & 0x7fffff) === 0 || decimals > 12) return signed(value, shortestByTrial(size, decimals))
  // Below 2^15 no two prices in cents share a float32, so one that fits is the shortest, and nearly all prices fit.
  const cents = Math.floor(size * 100 + 0.5)
  if (Math.abs(size * 100 - cents) < half * 100 && size < 32_768) return signed(value, cents / 100)
  // With as many decimals as the gap has it always fits. Fewer may do, until one is off by half a gap.
  let shortest = Math.floor(size * (powersOfTen[decimals] as number) + 0.5)
  while (decimals > 0) {
    const power = powersOfTen[decimals - 1] as number
    const scaled = size * power
    const whole = Math.floor(scaled + 0.5)
    if (!(Math.abs(scaled - whole) < half * power)) break
    shortest = whole
    decimals--
  }
  return signed(value, shortest / (powersOfTen[decimals] as number))
}

function signed(like: number, size: number): number {
  return like < 0 ? -size : size
}

function shortestByTrial(size: number, most: number): number {
  let shortest = size
  for (let decimals = most; decimals >= 0; decimals--) {
    const power = powersOfTen[decimals] as number
    const rounded = Math.round(size * power) / power
    if (Math.fround(rounded) !== size) break
    shortest = rounded
  }
  return shortest
}
