/**
 * A split as whole shares, new for old, from its decimal ratio.
 *
 * @param ratio - New shares for one old share: 4, 1.5, 0.1.
 * @param tolerance - Relative error allowed: vendors round cumulative factors.
 * @example
 * splitRatio(1.5) // { numerator: 3, denominator: 2 }
 */
export function splitRatio(ratio: number, tolerance = 1e-5): { numerator: number; denominator: number } {
  // Continued fractions give the simplest fraction within the tolerance.
  let [lastNumerator, numerator] = [0, 1]
  let [lastDenominator, denominator] = [1, 0]
  let rest = ratio
  for (let step = 0; step < 32; step++) {
    const whole = Math.floor(rest)
    ;[lastNumerator, numerator] = [numerator, whole * numerator + lastNumerator]
    ;[lastDenominator, denominator] = [denominator, whole * denominator + lastDenominator]
    if (Math.abs(numerator / denominator / ratio - 1) <= tolerance || rest === whole) break
    rest = 1 / (rest - whole)
  }
  return { numerator, denominator }
}
