import type { Columns } from './column.ts'
import type { Kernel } from './kernel.ts'

/** Runs a kernel over rows `at` to `to - 1` of its columns, in blocks of 2048. */
export function runBlocks(
  kernel: Pick<Kernel, 'run'>,
  inputs: Columns,
  outputs: Columns,
  to: number,
  at = 0,
): void {
  // A function that does nothing takes turns with the kernel, so that V8 never sees one kernel only where kernels are called:
  // it would merge the kernel's loop into this one, and that takes twice as long.
  for (; at < to; at += 2048)
    for (const run of [() => {}, kernel.run]) run(inputs, outputs, at, Math.min(to, at + 2048))
}
