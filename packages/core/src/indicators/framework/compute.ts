import { InvalidParameterError } from '../../errors/index.ts'
import { type Column, type IndicatorOptions, type Named, toColumns } from './column.ts'
import type { Kernel } from './kernel.ts'

type ColumnsOptions = IndicatorOptions<readonly (Float64Array | undefined)[]>

/** Runs a kernel over whole columns; gives its outputs in order. See `compute` and `computeNamed`. */
export function computeAll(
  kernel: Kernel,
  inputs: readonly Column[],
  { nan, out = [] }: ColumnsOptions,
): Float64Array[] {
  const length = inputs[0]?.length ?? 0
  const { outputs, scratch = 0, states, lookback, lead = Number.NaN } = kernel
  const check = (column: Column) => {
    if (column.length !== length) throw new InvalidParameterError('length', `${length}`, column.length)
  }
  // A kernel sees one kind of array, whatever the caller has: mixed kinds would slow every call down.
  const columns = inputs.map((input) => {
    check(input)
    return input instanceof Float64Array ? input : new Float64Array(input)
  })
  const results: Float64Array[] = []
  for (let index = 0; index < outputs + scratch; index++) {
    const column = out[index] ?? new Float64Array(length)
    check(column)
    results.push(column)
  }
  const shown = results.slice(0, outputs)

  const run = (from: number, to: number) => {
    const part = (column: Float64Array) => (to - from < length ? column.subarray(from, to) : column)
    kernel.run(toColumns(columns.map(part)), toColumns(results.map(part)), 0, to - from)
    for (const column of shown) column.fill(lead, from, Math.min(from + lookback, to))
  }
  if (nan !== 'reset') {
    run(0, length)
    return shown
  }

  const initial = states.map((state) => state.slice())
  let from = 0
  for (let row = 0; row <= length; row++) {
    if (row < length && !columns.some((column) => Number.isNaN(column[row]))) continue
    states.forEach((state, index) => {
      state.set(initial[index] ?? [])
    })
    kernel.forget?.()
    run(from, row)
    for (const column of shown) column[row] = lead
    from = row + 1
  }
  return shown
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
  const [column = new Float64Array(0)] = computeAll(kernel, inputs, { nan, out: [out] })
  return column
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
  const columns = computeAll(kernel, inputs, { nan, out: out && names.map((name) => out[name]) })
  return Object.fromEntries(names.map((name, index) => [name, columns[index]])) as Named<name>
}
