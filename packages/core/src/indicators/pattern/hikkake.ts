/**
 * Follows a Hikkake to its confirmation and gives the pattern's value at candle `i`.
 *
 * @param state - Direction of the last false break, and how many candles ago it was (0: none is open).
 * @param direction - 100 for a bullish false break at this candle, -100 for a bearish one, else 0.
 */
export function confirmHikkake(
  state: Float64Array,
  direction: number,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  i: number,
): number {
  if (direction !== 0) {
    state[0] = direction
    state[1] = 1
    return direction
  }
  const age = state[1] as number
  if (age === 0) return 0
  // The inside bar is the one before the false break.
  const inside = i - age - 1
  const open = state[0] as number
  const last = close[i] as number
  if (open > 0 ? last > (high[inside] as number) : last < (low[inside] as number)) {
    state[1] = 0
    return 2 * open
  }
  state[1] = age < 3 ? age + 1 : 0
  return 0
}
