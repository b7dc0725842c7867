/** Pieces shorter than this tell nothing of a range. */
const shortest = 8

/** Slope of the log of the mean rescaled range over the log of the piece length, for halved piece lengths. */
export function hurstExponent(returns: Float64Array): number {
  let count = 0
  let sumX = 0
  let sumY = 0
  let sumXX = 0
  let sumXY = 0
  for (let length = returns.length; length >= shortest; length = Math.floor(length / 2)) {
    let total = 0
    let pieces = 0
    for (let from = 0; from + length <= returns.length; from += length) {
      const range = rescaledRange(returns, from, length)
      if (Number.isNaN(range)) continue
      total += range
      pieces++
    }
    if (pieces === 0) continue
    const x = Math.log(length)
    const y = Math.log(total / pieces)
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  const spread = count * sumXX - sumX * sumX
  return count > 1 && spread > 0 ? (count * sumXY - sumX * sumY) / spread : Number.NaN
}

/** Range of the running sum of deviations from the mean, in standard deviations; NaN where nothing varies. */
function rescaledRange(returns: Float64Array, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at++) sum += returns[at] as number
  const mean = sum / length
  let squares = 0
  let walk = 0
  let top = 0
  let bottom = 0
  for (let at = from; at < from + length; at++) {
    const deviation = (returns[at] as number) - mean
    squares += deviation * deviation
    walk += deviation
    if (walk > top) top = walk
    if (walk < bottom) bottom = walk
  }
  const spread = Math.sqrt(squares / length)
  return spread > 1e-12 && top > bottom ? (top - bottom) / spread : Number.NaN
}
