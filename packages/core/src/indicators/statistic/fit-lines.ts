/**
 * Least-squares lines through every window of `period` values: slope a bar, and value at the window's first bar.
 *
 * The sums are taken anew for each window, oldest value first, as TA-Lib takes them: a running sum rounds differently.
 * A window's sums wait only for their own additions, so four windows at a time take about the time of one.
 *
 * @param slope - Written from `start` (at least `period - 1`) to `end - 1`.
 * @param intercept - Likewise.
 */
export function fitLines(
  input: Float64Array,
  slope: Float64Array,
  intercept: Float64Array,
  period: number,
  start: number,
  end: number,
): void {
  const sumX = period * (period - 1) * 0.5
  const sumXX = (period * (period - 1) * (2 * period - 1)) / 6
  const divisor = sumX * sumX - period * sumXX
  let bar = start
  for (; bar + 3 < end; bar += 4) {
    let sumA = 0
    let sumB = 0
    let sumC = 0
    let sumD = 0
    let crossA = 0
    let crossB = 0
    let crossC = 0
    let crossD = 0
    // Four bars share most of their window: each value is loaded once and shifted along.
    let a = input[bar - period + 1] as number
    let b = input[bar - period + 2] as number
    let c = input[bar - period + 3] as number
    for (let weight = period - 1; weight >= 0; weight--) {
      const d = input[bar + 3 - weight] as number
      sumA += a
      sumB += b
      sumC += c
      sumD += d
      crossA += weight * a
      crossB += weight * b
      crossC += weight * c
      crossD += weight * d
      a = b
      b = c
      c = d
    }
    const slopeA = (period * crossA - sumX * sumA) / divisor
    const slopeB = (period * crossB - sumX * sumB) / divisor
    const slopeC = (period * crossC - sumX * sumC) / divisor
    const slopeD = (period * crossD - sumX * sumD) / divisor
    slope[bar] = slopeA
    slope[bar + 1] = slopeB
    slope[bar + 2] = slopeC
    slope[bar + 3] = slopeD
    intercept[bar] = (sumA - slopeA * sumX) / period
    intercept[bar + 1] = (sumB - slopeB * sumX) / period
    intercept[bar + 2] = (sumC - slopeC * sumX) / period
    intercept[bar + 3] = (sumD - slopeD * sumX) / period
  }
  for (; bar < end; bar++) {
    let sum = 0
    let cross = 0
    for (let weight = period - 1; weight >= 0; weight--) {
      const value = input[bar - weight] as number
      sum += value
      cross += weight * value
    }
    const rise = (period * cross - sumX * sum) / divisor
    slope[bar] = rise
    intercept[bar] = (sum - rise * sumX) / period
  }
}
