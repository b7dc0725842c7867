import type { Noise } from './noise.ts'

/**
 * A random walk of volatile and quiet times, which can be entered anywhere: halving a stretch of it fixes the level in the
 * middle and how the variance divides, at random but by place alone. Repeated, the uneven division makes calm and stormy
 * times on every scale.
 *
 * The result stands in the fields until the next call: a day takes some 400 halvings, and objects would cost more than they.
 */
export class Bridge {
  /** Level in the middle. */
  middle = 0
  /** Variance of the first and of the second half. */
  first = 0
  second = 0
  readonly #noise: Noise

  constructor(noise: Noise) {
    this.#noise = noise
  }

  /**
   * @param from - Level at the start, `to` at the end, as logarithms of the price.
   * @param variance - How much the walk moves in between.
   * @param share - The first half's usual part of the variance.
   * @param roughness - How uneven the division is: 0 for an even walk.
   */
  halve(
    from: number,
    to: number,
    variance: number,
    place: number,
    salt: number,
    share: number,
    roughness: number,
  ): void {
    const tilt = roughness * this.#noise.gaussian(place, salt)
    const odds = ((2 + tilt) / (2 - tilt)) * (share / (1 - share))
    const part = odds / (1 + odds)
    this.first = variance * part
    this.second = variance - this.first
    // A Brownian bridge: the middle lies on the line between the ends, give or take.
    const spread = variance > 0 ? Math.sqrt((this.first * this.second) / variance) : 0
    this.middle = from + (to - from) * part + spread * this.#noise.gaussian(place, salt + 1)
  }
}
