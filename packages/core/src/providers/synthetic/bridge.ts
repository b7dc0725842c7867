import type { Noise } from './noise.ts'

/** A stretch of a random walk, known at both ends. */
export type Stretch = {
  /** Level at the start and at the end, as logarithm of the price. */
  from: number
  to: number
  /** How much it moves in between. */
  variance: number
}

/**
 * A random walk of volatile and quiet times, which can be entered anywhere: halving a stretch fixes its middle and how its
 * variance divides, at random but by place alone. Repeated, the uneven division makes calm and stormy times on every scale.
 *
 * @param share - The first half's usual part of the variance.
 * @param roughness - How uneven the division is: 0 for an even walk.
 */
export function halve(
  { from, to, variance }: Stretch,
  noise: Noise,
  place: number,
  salt: number,
  share: number,
  roughness: number,
): readonly [Stretch, Stretch] {
  const tilt = roughness * noise.gaussian(place, salt)
  const odds = ((2 + tilt) / (2 - tilt)) * (share / (1 - share))
  const part = odds / (1 + odds)
  const first = variance * part
  const second = variance - first
  // A Brownian bridge: the middle lies on the line between the ends, give or take.
  const spread = variance > 0 ? Math.sqrt((first * second) / variance) : 0
  const middle = from + (to - from) * part + spread * noise.gaussian(place, salt + 1)
  return [
    { from, to: middle, variance: first },
    { from: middle, to, variance: second },
  ]
}
