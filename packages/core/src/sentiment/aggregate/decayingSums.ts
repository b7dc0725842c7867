/**
 * Sums that fade by half every `halfLifeMs`, kept as of the latest time seen. Adding is O(1) and the order of adding
 * does not matter but for rounding: a late story is faded before it is added.
 */
export type DecayingSums = {
  time: number
  weight: number
  weightSquared: number
  score: number
  scoreSquared: number
}

export function createDecayingSums(time: number): DecayingSums {
  return { time, weight: 0, weightSquared: 0, score: 0, scoreSquared: 0 }
}

export function addScore(
  sums: DecayingSums,
  time: number,
  score: number,
  weight: number,
  halfLifeMs: number,
): void {
  if (time > sums.time) fadeTo(sums, time, halfLifeMs)
  const faded = weight * 2 ** ((time - sums.time) / halfLifeMs)
  sums.weight += faded
  sums.weightSquared += faded * faded
  sums.score += faded * score
  sums.scoreSquared += faded * score * score
}

/** Takes a score back that was added with the same figures. */
export function removeScore(
  sums: DecayingSums,
  time: number,
  score: number,
  weight: number,
  halfLifeMs: number,
): void {
  const faded = weight * 2 ** ((time - sums.time) / halfLifeMs)
  sums.weight -= faded
  sums.weightSquared -= faded * faded
  sums.score -= faded * score
  sums.scoreSquared -= faded * score * score
  // What rounding leaves where nothing is left is no weight.
  if (sums.weight <= faded * 1e-12) Object.assign(sums, createDecayingSums(sums.time))
}

export function fadeTo(sums: DecayingSums, time: number, halfLifeMs: number): void {
  const factor = 2 ** ((sums.time - time) / halfLifeMs)
  sums.weight *= factor
  sums.weightSquared *= factor * factor
  sums.score *= factor
  sums.scoreSquared *= factor
  sums.time = time
}
