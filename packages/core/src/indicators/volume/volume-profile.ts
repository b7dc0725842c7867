import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { IndicatorStream } from '../framework/stream.ts'
import { findValueArea } from './value-area.ts'

const names = ['pointOfControl', 'areaHigh', 'areaLow'] as const

export type VolumeProfileOutput = (typeof names)[number]

export type VolumeProfileOptions = IndicatorOptions<Named<VolumeProfileOutput>> & {
  /** Bars in the window, 1 to 100,000. @default 100 */
  period?: number | undefined
  /** Price levels that the range is cut into, 2 to 1,000. @default 24 */
  bins?: number | undefined
  /** Share of the volume in the value area, percent, 1 to 100. @default 70 */
  share?: number | undefined
}

/** The loop with its parameters bound. */
export function volumeProfileKernel({ period = 100, bins = 24, share = 70 }: VolumeProfileOptions): Kernel {
  integer('period', period, 1)
  integer('bins', bins, 2, 1000)
  real('share', share, 1, 100)
  const levels = new Float64Array(bins)
  return {
    lookback: period - 1,
    window: period,
    states: [],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const volume = inputs[2]
      for (let index = later(start, period - 1); index < end; index++) {
        const from = index - period + 1
        let top = high[from] as number
        let bottom = low[from] as number
        for (let at = from + 1; at <= index; at++) {
          if ((high[at] as number) > top) top = high[at] as number
          if ((low[at] as number) < bottom) bottom = low[at] as number
        }
        const height = (top - bottom) / bins
        levels.fill(0)
        let total = 0
        for (let at = from; at <= index; at++) {
          const size = volume[at] as number
          total += size
          const first =
            height > 0 ? Math.min(bins - 1, Math.floor(((low[at] as number) - bottom) / height)) : 0
          const last =
            height > 0 ? Math.min(bins - 1, Math.floor(((high[at] as number) - bottom) / height)) : 0
          for (let level = first; level <= last; level++)
            levels[level] = (levels[level] as number) + size / (last - first + 1)
        }
        const found = findValueArea(levels, total * (share / 100))
        const valid = total > 0
        outputs[0][index] = valid ? bottom + (found.peak + 0.5) * height : Number.NaN
        outputs[1][index] = valid ? bottom + (found.last + 1) * height : Number.NaN
        outputs[2][index] = valid ? bottom + found.first * height : Number.NaN
      }
    },
  }
}

/** Index of the first value of `volumeProfile`. */
export function volumeProfileLookback(options: VolumeProfileOptions = {}): number {
  return volumeProfileKernel(options).lookback
}

/**
 * Volume profile of the last `period` bars: the price level with the most volume, and the area around it that holds most of it. A bar's volume is spread evenly over its range.
 *
 * - Input: `high[n]`, `low[n]`, `volume[n]`, oldest first.
 * - Output: `pointOfControl`, `areaHigh`, `areaLow`, `Float64Array[n]` each, price units; the first `period - 1` slots are NaN, and so is a window without volume.
 * - Cost: O(n * (period + bins)), three allocations.
 * - Source: J. P. Steidlmayer's Market Profile, in J. Dalton, "Mind over Markets" (1990), with volume in place of time. The
 *   value area grows by one level at a time, where the Chicago Board of Trade's study guide takes two.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function volumeProfile(
  high: Column,
  low: Column,
  volume: Column,
  options: VolumeProfileOptions = {},
): Named<VolumeProfileOutput> {
  return computeNamed(volumeProfileKernel, names, [high, low, volume], options)
}

/** The stream form of `volumeProfile`. */
export function createVolumeProfile(
  options: VolumeProfileOptions = {},
): IndicatorStream<[high: number, low: number, volume: number], Record<VolumeProfileOutput, number>> {
  return createNamedStream(volumeProfileKernel(options), names, 3, options)
}
