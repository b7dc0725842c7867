import type { EvidenceMetric } from '../evidence/evidence.ts'
import { wordsOf } from './allowedPhrases.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import { kindOf } from './vocabulary.ts'

// Beginnings of words that stand for each other's metrics.
const alike = [
  'clos last pric',
  'volu obv',
  'reve sale',
  'inco earn eps repo',
  'debt leve',
  'esti cons expe guid targ next',
]

/**
 * The first metric that a sentence names without pointing at it: by a word of the trade, or by the name of another column of the
 * same evidence.
 *
 * @param own - The metrics that it points at, with what is done with them (`close max`).
 * @param others - All that the evidence has which it points at.
 */
export function findForeignMetric(
  text: string,
  own: readonly string[],
  others: readonly EvidenceMetric[],
): string | undefined {
  const lower = text.toLowerCase()
  const pointedAt = own.join(' ').toLowerCase()
  const word = lower.match(/[a-z]+/g)?.find((one) => {
    const begin = one.slice(0, 4)
    const group = alike.find((candidate) => candidate.includes(begin)) ?? begin
    return kindOf(one) === 'metric' && !group.split(' ').some((same) => pointedAt.includes(same))
  })
  if (word) return word
  return others.find(({ name }) => {
    // The highest close of a window is its high.
    const reduced = name === 'high' ? 'max' : name === 'low' ? 'min' : name
    return (
      name !== 'last' &&
      indexOfWhole(lower, wordsOf(name), 0) >= 0 &&
      !pointedAt.includes(name.toLowerCase()) &&
      !own.some((one) => one.endsWith(reduced))
    )
  })?.name
}
