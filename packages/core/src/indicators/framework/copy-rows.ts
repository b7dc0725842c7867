/** So few numbers are copied sooner one by one, and without an allocation: a bar of a stream and those before it. */
export const few = 80

/** Copies `column[from]` to `column[to - 1]` into `target` from place `at` on. */
export function copyRows(
  column: Float64Array,
  from: number,
  to: number,
  target: Float64Array,
  at: number,
): void {
  if (to - from > few) target.set(column.subarray(from, to), at)
  else for (let row = from, place = at; row < to; row++, place++) target[place] = column[row] as number
}
