import type { Columns } from './column.ts'
import type { Kernel } from './kernel.ts'

/** Bars that a kernel is given at a time. */
export const block = 2048

// V8 makes all lists of arguments alike. What `map` gives is of one kind while it is interpreted and of another once it is
// compiled: a kernel that sees both is thrown away, and some then run for good in code that was made for one loop.
const listOf = (...columns: Columns): Columns => columns

/** Runs a kernel over rows `from` to `to - 1` of its columns, block by block. */
export function runBlocks(
  kernel: Pick<Kernel, 'run'>,
  inputs: Columns,
  outputs: Columns,
  to: number,
  from = 0,
): void {
  const given = listOf(...inputs)
  const results = listOf(...outputs)
  // A function that does nothing takes turns with the kernel, so that V8 never sees one kernel only where kernels are called:
  // it would merge the kernel's loop into this one, and that takes twice as long.
  for (let at = from; at < to; at += block)
    for (const run of [() => {}, kernel.run]) run(given, results, at, Math.min(to, at + block))
}
