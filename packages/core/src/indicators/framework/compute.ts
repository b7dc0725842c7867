import { InvalidParameterError } from '../../errors/index.ts'
import { runBlocks } from './blocks.ts'
import { asColumns, type Column, type IndicatorOptions, type Named } from './column.ts'
import type { Kernel, Scratch } from './kernel.ts'

// A long series is begun three times, and then given in blocks: V8 has then seen every part of the kernel, warming up
// included, before it compiles it. Else it compiles the loop while it runs and keeps to that code, which is three times
// as slow.
const long = 16_384
const rehearsed = 128

/** Runs a kernel over whole columns; gives its outputs in order. See `compute` and `computeNamed`. */
export function computeAll(
  kernel: Kernel,
  inputs: readonly Column[],
  nan: unknown,
  out: readonly (Float64Array | undefined)[] = [],
): Float64Array[] {
  const { states, outputs, lead = Number.NaN } = kernel
  // A kernel sees one kind of array, whatever the caller has: mixed kinds would slow every call down.
  const columns = inputs.map(asFloat64)
  const { length } = asColumns(columns)[0]
  const results = Array.from({ length: outputs }, (_, index) => out[index] ?? new Float64Array(length))
  for (const column of [...columns, ...results])
    if (column.length !== length) throw new InvalidParameterError('length', `${length}`, column.length)
  const initial = states.map((state) => state.slice())
  let from = 0
  // One part, or with the policy to reset one for each run of rows without a NaN.
  for (let row = nan === 'reset' ? 0 : length; row <= length; row++) {
    if (row < length && !columns.some((column) => Number.isNaN(column[row]))) continue
    for (let rehearsals = row - from > long ? 3 : 0; rehearsals >= 0; rehearsals--) {
      states.map((state, index) => state.set(initial[index] ?? []))
      kernel.forget?.()
      const run = kernel.scratch?.run ?? runWhole
      run(kernel, columns, results, from, rehearsals > 0 ? from + rehearsed : row)
    }
    for (const column of results)
      column.fill(lead, from, Math.min(from + kernel.lookback, row)).fill(lead, row, row + 1)
    from = row + 1
  }
  return results
}

const runWhole: Scratch['run'] = (kernel, inputs, outputs, from, to) => {
  const part = (column: Float64Array) => column.subarray(from, to)
  runBlocks(kernel, asColumns(inputs.map(part)), asColumns(outputs.map(part)), 0, to - from)
}

/**
 * The column itself, or a copy of numbers that are kept otherwise. In a loop, for that takes about 1 ns a number whatever
 * the array: `set` takes 0.5 or, where numbers lie in boxes (`[...column]`, or once there was a null), 13.
 */
export function asFloat64(input: Column): Float64Array {
  if (input instanceof Float64Array) return input
  const column = new Float64Array(input.length)
  for (let row = 0; row < input.length; row++) column[row] = input[row] as number
  return column
}

/**
 * Runs a kernel with one output over whole columns.
 *
 * @throws {InvalidParameterError} a column or `out` is not as long as the first column
 */
export function compute(
  kernel: Kernel,
  inputs: readonly Column[],
  { nan, out }: IndicatorOptions,
): Float64Array {
  return asColumns(computeAll(kernel, inputs, nan, [out]))[0]
}

/**
 * Runs a kernel with several outputs, named in order, over whole columns.
 *
 * @throws {InvalidParameterError} a column or an `out` is not as long as the first column
 */
export function computeNamed<name extends string>(
  kernel: Kernel,
  names: readonly name[],
  inputs: readonly Column[],
  { nan, out }: IndicatorOptions<Named<name>>,
): Named<name> {
  const columns = computeAll(kernel, inputs, nan, out && names.map((name) => out[name]))
  return Object.fromEntries(names.map((name, index) => [name, columns[index]])) as Named<name>
}
