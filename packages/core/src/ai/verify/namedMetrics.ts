import type { Bound } from './checkComparison.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import type { MetricName } from './metricNames.ts'
import { kindOf } from './vocabulary.ts'

/** A price needs no name, and a change is named by what says its direction. */
const price = /lose$|^(?:last|price)$/
const nameless = /lose$|^(?:last|price)$|change|surprise|growth|gain/i

/** What tells a metric from another, as a pattern. */
function apart({ calls }: MetricName, other: MetricName): string {
  const own = calls.filter((call) => !other.calls.includes(call))
  return (own.length ? own : calls).join('|')
}

// What a sentence calls a value that came about so.
const made: Readonly<Record<string, RegExp>> = {
  min: / (?:low(?!er)|min|bott|supp|rang|betw)/,
  max: / (?:high(?!er)|max|peak|top|resi|rang|betw)/,
  mean: / (?:mean|aver)/,
  sum: / (?:sum|total)/,
  count: / (?:count|numb)/,
}

/**
 * The first slot whose value the sentence calls something else: another metric that it names rather, near the place of the value and before it
 * or else behind each, or none; or made in another way. Of what two metrics make both are named, each in its role, and no third.
 *
 * @param parts - What stands before, between and behind the places of the slots, words of small letters with a space before each.
 * @param values - In the order of their places.
 * @param columns - All of the evidence that the sentence points at.
 */
export function findMisnamed(
  parts: readonly string[],
  values: readonly Bound[],
  columns: readonly MetricName[],
  { nameOf }: EvidenceIndex,
): Bound | undefined {
  const end = values.at(-1)?.slot
  const isBehind = end && !end.base && nameOf(end.metric).shareIn(parts.at(-1)?.split(' ;')[0])
  const all = parts.join(' {}')
  return values.find(({ slot: { subject, metric, asOf, op, base }, unit }, index) => {
    const name = nameOf(metric)
    const [before = '', behind = ''] = parts.slice(index)
    const near = `${isBehind ? behind : before.split(' ;').at(-1)} `
    // `Analysts expect EPS of {a} and revenue of {b}`.
    const so = isBehind ? near : parts.slice(0, index + 1).join('')
    const own = name.shareIn(so)
    const beside = near.replaceAll(name.whole, ' ')

    // Nothing is measured against itself. What is measured is named first, and then what it is measured against.
    if (base) {
      const against = nameOf(base.metric)
      const around = `${before} {}${behind}`
      const [one, other] = [apart(name, against), apart(against, name)]
      if (
        one === other
          ? base.asOf === asOf && base.subject === subject
          : around.search(one) >= around.search(other) || (all.search(one) < 0 && !nameless.test(metric))
      )
        return true
    }
    // Of what less is said than of the value before it, and nothing near it, is no other: `net income of {a}, against {b}`.
    if (
      own < nameOf(values[index - 1]?.slot.metric ?? '').shareIn(so) &&
      !name.shareIn(before + behind) &&
      !nameless.test(metric)
    )
      return true
    // What was reported is no estimate.
    if (
      !isBehind &&
      / (?:esti|conse|expec|guid|targ)/.test(near) &&
      !/next|esti|positi/i.test(metric + base?.metric)
    )
      return true
    // How a value was made is said, too.
    if (op in made && all.replaceAll(name.whole, ' ').search(made[op] ?? '') < 0) return true
    // No other column may be named whole, unless the value is and the other's name is no longer one.
    if (
      columns.some(
        (other) =>
          other.metric !== metric &&
          other.metric !== base?.metric &&
          // What can be told without a look at the text comes first: evidence may have thousands of columns.
          (base ||
            own < 0.7 ||
            (op === 'value' && other.said !== name.said && other.said.includes(name.said))) &&
          other.shareIn(beside) === 1 &&
          !price.test(other.metric),
      )
    )
      return true
    // What is not named at all may not stand beside the name of anything, and needs one unless its words say what it is.
    return (
      !own &&
      (near.split(' ').some((word) => kindOf(word) === 'metric') ||
        !(nameless.test(metric) || name.shareIn(`${all} ${unit}`)))
    )
  })
}
