/**
 * The largest of the bar's range and its ends' distances from the close before, in TA-Lib's order of comparison. Without a
 * close before, NaN, it is the range.
 */
export function trueRange(high: number, low: number, previousClose: number): number {
  // Most often: from within the bar neither end is farther than they are apart, nor is that so once rounded.
  if (previousClose >= low && previousClose <= high) return high - low
  let greatest = high - low
  const above = Math.abs(previousClose - high)
  if (above > greatest) greatest = above
  const below = Math.abs(previousClose - low)
  if (below > greatest) greatest = below
  return greatest
}
