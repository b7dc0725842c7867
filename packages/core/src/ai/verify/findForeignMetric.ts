import type { EvidenceMetric } from '../evidence/evidence.ts'
import { wordsOf } from './allowedPhrases.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import { kindOf } from './vocabulary.ts'

// Beginnings of words that stand for each other's metrics.
const alike = [
  'clos last pric',
  'volu obv turn',
  'reve sale',
  'inco earn eps repo bott p/e',
  'debt leve',
  'esti cons expe guid targ next',
  'sma ema aver atr',
  'bban band boll',
  'weig port',
  'sent tone',
  'valu wort',
]

/** Beginnings of what may be said for a word. */
function sameAs(word: string): string[] {
  const begin = word.slice(0, 4)
  return (alike.find((group) => group.includes(begin)) ?? begin).split(' ')
}

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
    return kindOf(one) === 'metric' && !sameAs(one).some((same) => pointedAt.includes(same))
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

/**
 * Whether a sentence names a metric: any of its words, or the unit that is shown with it. A price needs no name, and a change is
 * named by what says its direction.
 */
export function isSaid(metric: string, unit: string, text: string): boolean {
  const said = ` ${text} ${unit}`.toLowerCase()
  const names = wordsOf(metric.replace(/[A-Z]{2,}/g, (caps) => caps.toLowerCase())).match(/[a-z]{3,}/g) ?? []
  return (
    /^(?:close|last|price|open)$|change|surprise/i.test(metric) ||
    names.flatMap(sameAs).some((begin) => said.includes(` ${begin}`))
  )
}
