// Four bars a round, for V8 looks every column up again in each round.
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
  for (let index = start, before = start - back; index < end; index++, before++) {
    output[index] = (first[index] as number) + factor * (second[before] as number)
    if (++index === end) break
    before++
    output[index] = (first[index] as number) + factor * (second[before] as number)
    if (++index === end) break
    before++
    output[index] = (first[index] as number) + factor * (second[before] as number)
    if (++index === end) break
    before++
    output[index] = (first[index] as number) + factor * (second[before] as number)
  }
}
