// Four bars at a time: V8 asks less often what the columns are.
/** Writes `first + sign * second` for bars `start` to `end - 1`, with the second `back` bars earlier: ADD, SUB and MOM. */
export function addShifted(
  first: Float64Array,
  second: Float64Array,
  back: number,
  sign: number,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const factor = +sign
  let index = start
  let before = start - back
  for (; index + 3 < end; index += 4, before += 4) {
    output[index] = (first[index] as number) + factor * (second[before] as number)
    output[index + 1] = (first[index + 1] as number) + factor * (second[before + 1] as number)
    output[index + 2] = (first[index + 2] as number) + factor * (second[before + 2] as number)
    output[index + 3] = (first[index + 3] as number) + factor * (second[before + 3] as number)
  }
  for (; index < end; index++, before++)
    output[index] = (first[index] as number) + factor * (second[before] as number)
}
