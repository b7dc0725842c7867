/**
 * How many values, from the start, two stretches have in common. Columns that share memory agree by definition: only
 * their last slot may have changed, and callers always write that one again.
 */
export function commonLength(
  before: Float64Array,
  beforeFrom: number,
  after: Float64Array,
  afterFrom: number,
  count: number,
): number {
  const sharesMemory = before.buffer === after.buffer && before.byteOffset === after.byteOffset
  if (sharesMemory && beforeFrom === afterFrom) return count
  for (let i = 0; i < count; i++) {
    // Object.is, so that the NaN of a warm-up equals itself.
    if (!Object.is(before[beforeFrom + i], after[afterFrom + i])) return i
  }
  return count
}
