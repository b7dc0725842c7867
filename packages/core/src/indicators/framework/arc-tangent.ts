/** The table has an entry for each 1/256 from 0 to 1. */
const steps = 256
const entries = steps + 1
const table = /* @__PURE__ */ makeTable()

/**
 * Arc tangents of the entries, then each of them less a quarter turn, then what the numbers so far cannot hold of them.
 * Each entry is the one before and the arc tangent of s = (1/256) / (1 + i (i + 1) / 256²).
 */
function makeTable(): Float64Array {
  const made = new Float64Array(4 * entries)
  const quarter = Math.PI / 2
  const quarterTail = 6.123233995736766e-17
  let head = 0
  let tail = 0
  for (let i = 0; i < entries; i++) {
    const other = head - quarter
    made.set([head], i)
    made.set([other], entries + i)
    made.set([tail], 2 * entries + i)
    made.set([head - (other + quarter) + (tail - quarterTail)], 3 * entries + i)
    const divisor = steps * steps + i * (i + 1)
    const square = (steps / divisor) ** 2
    let rest = (steps / divisor) * square * square * (1 / 5 + square * (-1 / 7 + square / 9))
    // s and -s³ / 3 are fractions of whole numbers: 24 bits of each are added exactly, and what is left of it at the end.
    for (const [above, below] of [
      [steps, divisor],
      [-(steps ** 3), 3 * divisor ** 3],
    ] as const) {
      const short = Math.fround(above / below)
      const belowShort = Math.fround(below)
      rest += (above - short * belowShort - short * (below - belowShort)) / below
      const sum = head + short
      tail += head - sum + short
      head = sum
    }
    tail += rest
    const sum = head + tail
    tail += head - sum
    head = sum
  }
  return made
}

// A number so large that adding it, and taking it away again, rounds to the next entry.
const rounder = 1.5 * (2 ** 52 / steps)

/**
 * Arc tangent, correctly rounded: no other result was found among seven million arguments. V8's `Math.atan` rounds one of
 * twenty otherwise, and from one wrong bit other values follow: see docs/decisions/arc-tangent.md.
 *
 * With c the nearest entry, atan(x) = atan(c) + atan((x - c) / (1 + c x)); beyond 1 with 1/x, less a quarter turn.
 */
export function arcTangent(x: number): number {
  const size = Math.abs(x)
  const small = size <= 1
  let c: number
  let quotient: number
  if (small) {
    c = size + rounder - rounder
    quotient = (size - c) / (1 + c * size)
  } else {
    c = 1 / size + rounder - rounder
    const short = Math.fround(size)
    quotient = (1 - c * short - c * (size - short)) / (size + c)
  }
  const at = (c * steps + (small ? 0 : entries)) | 0
  const known = table[at] as number
  const sum = known + quotient
  const square = quotient * quotient
  const series = quotient * square * (-1 / 3 + square * (1 / 5))
  const rest = known - sum + quotient + ((table[at + 2 * entries] as number) + series)
  const result = sum + rest
  // Nearly always the quotient, though it is not exact to the last bits, decides how the result is rounded.
  const doubt = Math.abs(quotient) * 5e-16 + 1e-300
  if (sum + (rest + doubt) !== sum + (rest - doubt)) return +careful(x, size, c, at)
  return small === x < 0 ? -result : result
}

/** The same with the quotient in double length: `Math.fround` cuts factors to 24 bits, so that their products are exact. */
function careful(x: number, size: number, c: number, at: number): number {
  // Here the arc tangent rounds to x itself; so do NaN and the zeros.
  if (!(size > 1e-9)) return x
  if (size > 1e30) return Math.sign(x) * (Math.PI / 2)
  const small = size <= 1
  const u = small ? size : 1
  const v = small ? 1 : size
  const uShort = Math.fround(u)
  const vShort = Math.fround(v)
  const above = u - c * v
  const aboveTail = u - c * vShort - above - c * (v - vShort)
  const below = v + c * u
  const belowTail = v - below + c * uShort + c * (u - uShort)
  const quotient = above / below
  const head = Math.fround(quotient)
  const belowHead = Math.fround(below)
  const tail =
    (above - head * belowHead - head * (below - belowHead) + (aboveTail - head * belowTail)) / below
  const known = table[at] as number
  const sum = known + head
  const square = quotient * quotient
  const series = quotient * square * (-1 / 3 + square * (1 / 5 - square * (1 / 7)))
  const rest = known - sum + head + ((table[at + 2 * entries] as number) + (tail + series))
  return small === x < 0 ? -(sum + rest) : sum + rest
}
