import { InvalidParameterError } from '../../errors/index.ts'
import { runBlocks } from './blocks.ts'
import { type Column, type IndicatorOptions, type Named, rowsOf } from './column.ts'
import type { Kernel } from './kernel.ts'

/** Binds a function's parameters. Every run has a kernel of its own, which begins where all begin. */
type MakeKernel<options> = (options: options) => Kernel

type Memory = readonly (Float64Array | undefined)[]

// A long series is begun three times, and then given in blocks: V8 has then seen every part of the kernel, warming up
// included, before it compiles it. Else it compiles the loop while it runs and keeps to that code, which is three times
// as slow.

/** Runs a kernel over whole columns; gives its outputs in order. See `compute` and `computeNamed`. */
export function computeAll<options extends { readonly nan?: unknown }>(
  make: MakeKernel<options>,
  inputs: readonly Column[],
  options: options,
  out: Memory,
): Float64Array[] {
  const columns = inputs.map((input) => asFloat64(input, out))
  const length = (columns[0] as Float64Array).length
  const results = out.map((column) => column ?? new Float64Array(length))
  for (const column of [...columns, ...results])
    if (column.length !== length) throw new InvalidParameterError('length', String(length), column.length)
  // One part, or with the policy to reset one for each run of rows without a NaN. Past the end there is no number either.
  for (let from = 0, row = options.nan === 'reset' ? 0 : length; row <= length; row++) {
    if (columns.every((column) => (column[row] as number) ** 2 >= 0)) continue
    for (const bars of [...(row - from > 10_000 ? [128, 128, 128] : []), row - from]) {
      const kernel = make(options)
      const run = kernel.scratch?.run ?? runBlocks
      run(kernel, rowsOf(columns, from, bars), rowsOf(results, from, bars), bars)
      // With the row that ended the part before. What is filled beyond this part, the next ones write again.
      for (const column of results) column.fill(Number(kernel.lead), from && from - 1, from + kernel.lookback)
    }
    from = row + 1
  }
  return results
}

/**
 * The column itself, or a copy of what is kept otherwise or shares memory with an `out`: kernels see one kind of array, for
 * mixed kinds would slow every call down, and never what they have just written. What is absent, null after a way through
 * JSON included, is NaN.
 *
 * Copied in a loop, for that takes about 1 ns a number whatever the array: `set` takes 0.5 or, where numbers lie in boxes
 * (`[...column]`, or once there was a null), 13. Eight numbers a round take a quarter less than one, which looks both arrays up
 * again for each. The odd ones come first: a single read beyond the end would make all of them slower.
 */
export function asFloat64(input: Column, out: Memory): Float64Array {
  if (input instanceof Float64Array && out.every((column) => column?.buffer !== input.buffer)) return input
  let row = input.length
  const column = new Float64Array(row)
  while (row % 8) column[--row] = input[row] ?? Number.NaN
  while (row) {
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
    column[--row] = input[row] ?? Number.NaN
  }
  return column
}

/**
 * Runs a kernel with one output over whole columns.
 *
 * @throws {InvalidParameterError} a column or `out` is not as long as the first column
 */
export function compute<options extends IndicatorOptions>(
  make: MakeKernel<options>,
  inputs: readonly Column[],
  options: options,
): Float64Array {
  return computeAll(make, inputs, options, [options.out])[0] as Float64Array
}

/** Memory for several outputs, which are as long as each other and must not write over each other. */
export function memoryOf(out: Memory): Memory {
  const overlap = (one?: Float64Array, other?: Float64Array) =>
    one && one.buffer === other?.buffer && Math.abs(one.byteOffset - other.byteOffset) < one.byteLength
  if (out.some((column, index) => out.slice(0, index).some((earlier) => overlap(column, earlier))))
    throw new InvalidParameterError('out', 'columns that share no memory', 'two that do')
  return out
}

/**
 * Runs a kernel with several outputs, named in order, over whole columns.
 *
 * @throws {InvalidParameterError} a column or an `out` is not as long as the first column, or two of `out` share memory
 */
export function computeNamed<name extends string, options extends IndicatorOptions<Named<name>>>(
  make: MakeKernel<options>,
  names: readonly name[],
  inputs: readonly Column[],
  options: options,
): Named<name> {
  const { out } = options
  const columns = computeAll(make, inputs, options, memoryOf(names.map((name) => out?.[name])))
  return Object.fromEntries(names.map((name, index) => [name, columns[index]])) as Named<name>
}
