/** Numbers of one bar series, oldest first. */
export type Column = ArrayLike<number>

/**
 * What a NaN in an input does. `propagate`: what the arithmetic makes of it, as TA-Lib does; running sums stay NaN.
 * `reset`: the row gives the lead-in value (NaN; 0 for patterns) and the function warms up again after it.
 */
export type NanPolicy = 'propagate' | 'reset'

/** Options that every function has. `out` is what the function returns, given again to be reused. */
export type IndicatorOptions<result = Float64Array> = {
  /** @default 'propagate' */
  nan?: NanPolicy | undefined
  /** Result of an earlier call over as many bars: it is overwritten and returned. It may share memory with an input, which is then copied first. */
  out?: result | undefined
}

/** Several columns by output name. */
export type Named<name extends string> = Record<name, Float64Array>

/** Input or output columns of a kernel. Kernels read only the places that their function has. */
export type Columns = readonly [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
]

/** A list of at most eight columns for a kernel, which says itself how many it reads: the places beyond stay empty. */
export function asColumns(list: readonly Float64Array[]): Columns {
  return list as unknown as Columns
}

/**
 * `count` rows of columns from row `from` on. A list of arguments, which V8 makes alike always, and not what `map` gives: once
 * V8 has compiled one, it makes lists of another kind, at which V8 throws a kernel's compiled loop away; it may then stay with
 * the one that it compiled while it ran, at twice the time. `Array.from` does not either, but takes 0.2 µs longer.
 */
export function rowsOf(columns: readonly Float64Array[], from: number, count: number): Columns {
  const rows = ((...list: Float64Array[]) => list)(
    ...columns.map((column) => column.subarray(from, from + count)),
  )
  // Cast here, not by `asColumns`, which not every bundler takes away.
  return rows as unknown as Columns
}
