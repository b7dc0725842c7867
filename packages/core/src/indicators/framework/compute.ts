import { InvalidParameterError } from '../../errors/index.ts'
import { asColumns, type Column, type IndicatorOptions, type Named } from './column.ts'
import type { Kernel } from './kernel.ts'

// A long series is begun three times, and then given in blocks: V8 has then seen every part of the kernel, warming up
// included, before it compiles it. Else it compiles the loop while it runs and keeps to that code, which is three times
// as slow.
const long = 16_384
const rehearsed = 128
const block = 512

/** Runs a kernel over whole columns; gives its outputs in order. See `compute` and `computeNamed`. */
export function computeAll(
  kernel: Kernel,
  inputs: readonly Column[],
  nan: unknown,
  out: readonly (Float64Array | undefined)[] = [],
): Float64Array[] {
  const length = inputs[0]?.length ?? 0
  const { states, outputs, lead = Number.NaN } = kernel
  // A kernel sees one kind of array, whatever the caller has: mixed kinds would slow every call down.
  const columns = inputs.map(asFloat64)
  const results: Float64Array[] = []
  while (results.length < outputs) results.push(out[results.length] ?? new Float64Array(length))
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
      runBlocks(kernel, columns, results, from, rehearsals > 0 ? from + rehearsed : row)
    }
    for (const column of results)
      column.fill(lead, from, Math.min(from + kernel.lookback, row)).fill(lead, row, row + 1)
    from = row + 1
  }
  return results
}

/**
 * The column itself, or a copy of numbers that are kept otherwise. `new Float64Array(input)` and `Float64Array.from` ask an
 * array's iterator: ten times as slow.
 */
export function asFloat64(input: Column): Float64Array {
  if (input instanceof Float64Array) return input
  const column = new Float64Array(input.length)
  column.set(input)
  return column
}

// Called before every block, so that V8 never sees one kernel only where kernels are called: it would merge the kernel's
// loop into this one, and that takes twice as long.
const idle: Kernel['run'] = () => {}
const rest: Kernel['run'] = () => {}

/**
 * Runs a kernel over rows `from` to `to - 1`. Scratch columns slide along, so that they stay small and in the
 * processor's cache.
 */
function runBlocks(
  kernel: Kernel,
  inputs: readonly Float64Array[],
  outputs: readonly Float64Array[],
  from: number,
  to: number,
): void {
  const { lookback, window, scratch: extra = 0 } = kernel
  // One more than what a step needs: `i === lookback` holds once only.
  const kept = Math.max(lookback, window) + 1
  const stride = extra > 0 ? Math.max(kept, 8 * block) : to - from
  const scratch = Array.from({ length: extra }, () => new Float64Array(Math.min(kept + stride, to - from)))
  let base = from
  for (let begin = from; begin < to; begin += stride) {
    if (begin > from) {
      const moved = begin - kept - base
      for (const column of scratch) column.copyWithin(0, moved)
      base += moved
      kernel.forget?.()
    }
    const end = Math.min(begin + stride, to) - base
    const part = (column: Float64Array) => column.subarray(base, base + end)
    const ins = asColumns(inputs.map(part))
    const outs = asColumns([...outputs.map(part), ...scratch])
    for (let at = begin - base; at < end; at += block)
      for (const run of [idle, rest, kernel.run]) run(ins, outs, at, Math.min(at + block, end))
  }
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
