import type { Columns } from './column.ts'
import type { Kernel } from './kernel.ts'

/** Bars that a kernel is given at a time. */
export const block = 2048

/** Runs a kernel over rows `from` to `to - 1` of its columns, block by block. */
export function runBlocks(
  kernel: Pick<Kernel, 'run'>,
  inputs: Columns,
  outputs: Columns,
  to: number,
  from = 0,
): void {
  // A function that does nothing takes turns with the kernel, so that V8 never sees one kernel only where kernels are called:
  // it would merge the kernel's loop into this one, and that takes twice as long.
  for (let at = from; at < to; at += block)
    for (const run of [() => {}, kernel.run]) run(inputs, outputs, at, Math.min(to, at + block))
}
