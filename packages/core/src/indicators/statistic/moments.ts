import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { foldKernel, type Write } from '../framework/window-fold.ts'

/**
 * What follows from the moments of the last `period` values: their number, their mean, and the sums of the squares, cubes and
 * fourth powers of their distances from it.
 */
export function momentsKernel(period: number, write: Write): Kernel {
  return foldKernel(period, 0, 5, loadValue, mergeMoments, write)
}

function loadValue(columns: Columns, row: number, bar: Float64Array): void {
  bar[1] = columns[0][row] as number
}

/** Likewise of the last `period` returns. */
export function returnsKernel(period: number, write: Write): Kernel {
  return foldKernel(period, 1, 5, loadReturn, mergeMoments, write)
}

function loadReturn(columns: Columns, row: number, bar: Float64Array): void {
  bar[1] = (columns[0][row] as number) / (columns[0][row - 1] as number) - 1
}

/**
 * Moments of two parts are moved to the mean of both and added: T. Chan, G. Golub and R. LeVeque, "Updating Formulae and a
 * Pairwise Algorithm for Computing Sample Variances" (1979); for higher ones P. Pébay, SAND2008-6212 (2008). Of equal values
 * nothing is left, whatever they are.
 */
function mergeMoments(earlier: Float64Array, later: Float64Array, target: Float64Array): void {
  const n = earlier[0] as number
  const m = later[0] as number
  const apart = (later[1] as number) - (earlier[1] as number)
  const a2 = earlier[2] as number
  const b2 = later[2] as number
  const a3 = earlier[3] as number
  const b3 = later[3] as number
  // How far the means of the parts are from that of both.
  const a = -apart * (m / (n + m))
  const b = apart * (n / (n + m))
  target[1] = (earlier[1] as number) - a
  // Numbers of bars come first, so that what does not fit a number is not multiplied by the 0 of an empty part.
  target[4] =
    (earlier[4] as number) +
    4 * a * a3 +
    6 * a * a * a2 +
    n * a * a * a * a +
    ((later[4] as number) + 4 * b * b3 + 6 * b * b * b2 + m * b * b * b * b)
  target[3] = a3 + 3 * a * a2 + n * a * a * a + (b3 + 3 * b * b2 + m * b * b * b)
  target[2] = a2 + n * a * a + (b2 + m * b * b)
  target[0] = n + m
}
