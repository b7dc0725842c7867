import type { Draft } from './frames/reading.ts'
import type { Evidence, SentimentLabel } from './types.ts'

/**
 * Weights are whole multiples of 2^-30, so that sums of up to millions of them are exact in a double, in any order:
 * the score is the sum of its evidence, not nearly so.
 */
const grain = 2 ** 30

/** A finding of weight 1 is a plain fact; one of 0.4 leans enough to name. As a share: 0.4 / 1.4. */
const labelThreshold = 0.4 / 1.4 - 1e-6

/**
 * Scales findings so that their sum stays within -1..1: each is divided by one plus the size of all. More of the same
 * brings the sum nearer to 1, contradiction brings it nearer to 0.
 */
export function weigh(drafts: readonly Draft[]): Evidence[] {
  let size = 1
  for (const draft of drafts) size += Math.abs(draft.weight)
  const evidence: Evidence[] = []
  for (const { start, end, rule, weight } of drafts) {
    evidence.push({ start, end, rule, weight: Math.trunc((weight / size) * grain) / grain })
  }
  return evidence
}

export function labelOf(score: number): SentimentLabel {
  return score >= labelThreshold ? 'positive' : score <= -labelThreshold ? 'negative' : 'neutral'
}

/**
 * Trust in the label. Findings that agree and are several make it high; contradiction, or a score beside the threshold,
 * make it low. `size` is the sum of the findings' weights without their signs.
 */
export function confidenceOf(score: number, size: number): number {
  const agreement = Math.abs(score) / (size || 1)
  const distance = Math.min(1, Math.abs(Math.abs(score) - labelThreshold) / 0.25)
  const trust =
    labelOf(score) === 'neutral' ? 0.3 + 0.25 * distance : 0.4 + (0.35 + 0.2 * agreement) * distance
  return Math.round(trust * 1000) / 1000
}
