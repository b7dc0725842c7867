import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { maSeries } from './ma.ts'
import type { MaType } from './ma-type.ts'

export type MavpOptions = IndicatorOptions & {
  /** Shorter periods are taken for this one, 2 to 100,000. @default 2 */
  minPeriod?: number | undefined
  /** Longer periods are taken for this one, 2 to 100,000. @default 30 */
  maxPeriod?: number | undefined
  /** Kind of average. @default MaType.sma */
  maType?: MaType | undefined
}

/** The loop with its parameters bound. */
export function mavpKernel({ minPeriod = 2, maxPeriod = 30, maType }: MavpOptions): Kernel {
  integer('minPeriod', minPeriod, 2)
  integer('maxPeriod', maxPeriod, 2)
  const shortest = Math.min(minPeriod, maxPeriod)
  const { lookback, window } = maSeries(maxPeriod, maType)
  if (!maType) {
    const count = maxPeriod - shortest + 1
    const sums = new Float64Array(count + 3)
    return {
      lookback,
      window,
      states: [sums],
      run: (inputs, outputs, start, end) =>
        averageAll(sums, count, shortest, lookback, inputs, outputs, start, end),
    }
  }
  // TA-Lib has all averages start together with the longest one.
  const averages = Array.from({ length: maxPeriod - shortest + 1 }, (_, index) =>
    maSeries(shortest + index, maType, lookback - maSeries(shortest + index, maType).lookback),
  )
  return {
    lookback,
    window,
    states: averages.flatMap((average) => average.states),
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const periods = inputs[1]
      const output = outputs[0]
      const values = outputs[1]
      for (let chosen = 0; chosen < averages.length; chosen++) {
        averages[chosen]?.step(inputs[0], values, start, end)
        for (let index = later(start, lookback); index < end; index++)
          if (choose(periods[index] as number, shortest, averages.length) === chosen)
            output[index] = values[index] as number
      }
    },
  }
}

/** Which of `count` averages a bar asks for. */
function choose(period: number, shortest: number, count: number): number {
  const chosen = Math.trunc(period) - shortest
  if (chosen < count) return Math.max(chosen, 0)
  return chosen >= count ? count - 1 : 0
}

// Which average each bar of a block asks for.
const chosen = /* @__PURE__ */ new Int32Array(512)
// Sums of four periods at one bar.
const four = /* @__PURE__ */ new Float64Array(4)

/** Slides the sums of all periods, four together: each waits only for its own additions. One a bar is divided. */
function averageAll(
  sums: Float64Array,
  count: number,
  shortest: number,
  lookback: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const seeded = later(start, earlier(lookback, end))
  for (let index = start; index < seeded; index++)
    for (let place = later(0, lookback - index - shortest + 1); place < count; place++)
      sums[place] = (sums[place] as number) + (inputs[0][index] as number)
  for (let from = seeded; from < end; from += chosen.length) {
    const to = earlier(from + chosen.length, end)
    for (let index = from; index < to; index++)
      chosen[index - from] = choose(inputs[1][index] as number, shortest, count)
    for (let place = 0; place < count; place += 4)
      averageFour(sums, place, count, shortest, inputs[0], outputs[0], from, to)
  }
}

function averageFour(
  sums: Float64Array,
  place: number,
  count: number,
  shortest: number,
  input: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let a = sums[place] as number
  let b = sums[place + 1] as number
  let c = sums[place + 2] as number
  let d = sums[place + 3] as number
  // Where the four windows begin; beyond the longest period nobody asks for the sum.
  let oldestA = start - shortest - place + 1
  const last = count - 1 - place
  let oldestB = oldestA - earlier(1, last)
  let oldestC = oldestA - earlier(2, last)
  let oldestD = oldestA - earlier(3, last)
  for (let index = start; index < end; index++) {
    const value = input[index] as number
    a += value
    b += value
    c += value
    d += value
    const asked = (chosen[index - start] as number) - place
    if (asked >>> 2 === 0) {
      four[0] = a
      four[1] = b
      four[2] = c
      four[3] = d
      output[index] = (four[asked] as number) / (shortest + place + asked)
    }
    a -= input[oldestA++] as number
    b -= input[oldestB++] as number
    c -= input[oldestC++] as number
    d -= input[oldestD++] as number
  }
  sums[place] = a
  sums[place + 1] = b
  sums[place + 2] = c
  sums[place + 3] = d
}

/** Index of the first value of `mavp`: that of the average over `maxPeriod`. */
export function mavpLookback(options: MavpOptions = {}): number {
  return mavpKernel(options).lookback
}

/**
 * Moving average with a period of its own for every bar.
 *
 * - Input: `values[n]`, `periods[n]`, oldest first.
 * - Output: `Float64Array[n]`, same unit as the values; NaN before `mavpLookback`.
 * - Cost: O(n * (maxPeriod - minPeriod + 1)), one allocation.
 * - Parity: TA-Lib `MAVP`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * mavp(closes, periods, { minPeriod: 5, maxPeriod: 20 })
 */
export function mavp(values: Column, periods: Column, options: MavpOptions = {}): Float64Array {
  return compute(mavpKernel, [values, periods], options)
}

/** The stream form of `mavp`. */
export function createMavp(options: MavpOptions = {}): IndicatorStream<[values: number, periods: number]> {
  return createStream(mavpKernel(options), 2, options)
}
