// Quantile of the normal distribution that leaves 2.5 % on each side.
const z = 1.959963984540054

/**
 * A share and the interval that holds the true one at 95 %, by Wilson's score method, which is right for few trials too.
 *
 * @example
 * wilsonInterval(1, 1).low.toFixed(3) // '0.207'
 */
export function wilsonInterval(hits: number, trials: number): { rate: number; low: number; high: number } {
  const rate = hits / trials
  const squared = z * z
  const centre = (rate + squared / (2 * trials)) / (1 + squared / trials)
  const half =
    (z * Math.sqrt((rate * (1 - rate)) / trials + squared / (4 * trials * trials))) / (1 + squared / trials)
  return { rate, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
