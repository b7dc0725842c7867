import { earlier, later } from '../framework/later.ts'
import { WindowExtreme } from '../framework/window-extreme.ts'
import { isQuickRange, rangeBars, slideExtreme } from '../framework/window-range.ts'

const longAgo = 1e9

/**
 * Follows the highest (`sign` 1) or lowest (-1) value of the last `period` bars as TA-Lib does: a new value that equals
 * the extreme takes its place, and when the extreme leaves the window the earliest of the remaining ones does.
 */
export class SlidingExtreme {
  /** How many bars before the next one the extreme lies; long ago when it is not known. */
  readonly state = new Float64Array([longAgo])
  readonly #window: WindowExtreme
  readonly #sign: 1 | -1
  readonly #reach: number
  readonly #lookback: number

  /** @param origin - First valid bar of the input. */
  constructor(period: number, sign: 1 | -1, origin = 0) {
    this.#window = new WindowExtreme(period, sign)
    this.#sign = sign
    this.#reach = period - 1
    this.#lookback = origin + period - 1
  }

  /** Writes the extreme into `values`, and its place plus `offset` into `places`, for bars `start` to `end - 1`. */
  follow(
    input: Float64Array,
    values: Float64Array | undefined,
    places: Float64Array | undefined,
    offset: number,
    start: number,
    end: number,
  ): void {
    const sign = this.#sign
    const reach = this.#reach
    let index = later(start, this.#lookback)
    let place = (start - (this.state[0] as number)) | 0
    while (values && !places && isQuickRange(reach + 1, index, end)) {
      const stop = earlier(index + rangeBars, end)
      if (!slideExtreme(input, this.#sign, reach + 1, index, stop, values, index)) break
      // Nothing is known of where the extreme is.
      place = -longAgo
      index = stop
    }
    if (index >= end) {
      if (index > start) this.state[0] = end - place
      return
    }
    let extreme = place < index - reach ? 0 : (input[place] as number) * sign
    for (; index < end; index++) {
      const value = (input[index] as number) * sign
      if (place < index - reach) {
        place = this.#window.find(input, index - reach, index)
        extreme = (input[place] as number) * sign
      } else if (value >= extreme) {
        place = index
        extreme = value
      }
      if (values) values[index] = input[place] as number
      if (places) places[index] = place + offset
    }
    this.state[0] = end - place
  }

  forget(): void {
    this.#window.forget()
  }
}
