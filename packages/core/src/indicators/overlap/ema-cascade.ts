/**
 * Seeds averages of averages: each level starts with the mean of the first `period` values of the level before.
 * `levels` holds the running sums, then the averages. Gives how many levels are averages already, and leaves the
 * newest values in `levels`.
 */
export function seedCascade(
  levels: Float64Array,
  value: number,
  age: number,
  period: number,
  weight: number,
  kept?: number,
): void {
  let input = value
  for (let level = 0; level < levels.length; level++) {
    const seeded = (level + 1) * (period - 1)
    const average = levels[level] as number
    if (age > seeded)
      levels[level] =
        kept === undefined ? (input - average) * weight + average : weight * input + kept * average
    else if (age < seeded) {
      levels[level] = average + input
      return
    } else levels[level] = (average + input) / period
    input = levels[level] as number
  }
}
