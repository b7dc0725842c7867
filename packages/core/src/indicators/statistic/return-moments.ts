import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { foldKernel } from '../framework/window-fold.ts'

/** A ratio of the sums of squares and products of two columns' returns, about their means, over the last `period` returns. */
export function returnMomentsKernel(
  period: number,
  ratio: (cross: number, spreadX: number, spreadY: number) => number,
): Kernel {
  return foldKernel(period, 1, 6, loadReturns, mergeReturns, (output, row, whole) => {
    output[row] = ratio(whole[5] as number, whole[3] as number, whole[4] as number)
  })
}

function loadReturns(columns: Columns, row: number, bar: Float64Array): void {
  bar[1] = (columns[0][row] as number) / (columns[0][row - 1] as number) - 1
  bar[2] = (columns[1][row] as number) / (columns[1][row - 1] as number) - 1
}

/**
 * Summaries are the number of returns, both means, and the sums of squares and of products of the distances from them. For
 * how those of two parts go together see P. Pébay, SAND2008-6212 (2008).
 */
function mergeReturns(earlier: Float64Array, later: Float64Array, target: Float64Array): void {
  const n = earlier[0] as number
  const m = later[0] as number
  const x = (later[1] as number) - (earlier[1] as number)
  const y = (later[2] as number) - (earlier[2] as number)
  const share = m / (n + m)
  // The numbers of bars come first, so that what does not fit a number is not multiplied by the 0 of an empty part.
  const weight = n * share
  target[5] = (earlier[5] as number) + (later[5] as number) + weight * x * y
  target[4] = (earlier[4] as number) + (later[4] as number) + weight * y * y
  target[3] = (earlier[3] as number) + (later[3] as number) + weight * x * x
  target[2] = (earlier[2] as number) + y * share
  target[1] = (earlier[1] as number) + x * share
  target[0] = n + m
}
