/**
 * The fullest level and the run of levels around it that holds `wanted` volume, widened to the fuller side first.
 */
export function findValueArea(
  levels: Float64Array,
  wanted: number,
): { peak: number; first: number; last: number } {
  let peak = 0
  for (let level = 1; level < levels.length; level++)
    if ((levels[level] as number) > (levels[peak] as number)) peak = level
  let first = peak
  let last = peak
  let held = levels[peak] as number
  while (held < wanted && (first > 0 || last < levels.length - 1)) {
    const below = first > 0 ? (levels[first - 1] as number) : -1
    const above = last < levels.length - 1 ? (levels[last + 1] as number) : -1
    if (above >= below) {
      last++
      held += above
    } else {
      first--
      held += below
    }
  }
  return { peak, first, last }
}
