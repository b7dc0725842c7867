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
  const top = levels.length - 1
  while (held < wanted && (first > 0 || last < top)) {
    // Asked by place first: levels may hold less than nothing where the data is wrong.
    const upwards =
      first === 0 || (last < top && (levels[last + 1] as number) >= (levels[first - 1] as number))
    held += levels[upwards ? ++last : --first] as number
  }
  return { peak, first, last }
}
