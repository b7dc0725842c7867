import { wordsOf } from './allowedPhrases.ts'
import type { Bound } from './checkComparison.ts'
import { kindOf } from './vocabulary.ts'

// Beginnings of words that stand for each other's metrics.
const alike =
  'clos|last|pric volu|obv|turn|hand reve|sale inco|earn|bott|prof|p/e eps|earn|per esti|conse|expec|guid|targ sma|ema|aver|atr|mean bban|band|boll weig|port sent|tone|scor valu|wort quan|hold(?!i) divi|paid|pays buyb|repu|boug date|divi'.split(
    ' ',
  )

/** A price needs no name, and a change is named by what says its direction. */
const price = /^(?:previousC|c)lose$|^(?:last|price)$/
const nameless = new RegExp(`${price.source}|change|surprise|growth|gain`, 'i')

/** `costOfRevenue` -> ` cost of revenue `, `SMA(50)` -> ` sma 50 `, as a text has it that says it whole. */
const fullNameOf = (metric: string) =>
  ` ${wordsOf(metric.replace(/[A-Z]{2,}/g, (caps) => caps.toLowerCase()))} `.replace(/[^a-z\d]+/g, ' ')

/** `netIncome` -> `net`, `income`, without what is not said. */
const namesOf = (metric: string) => fullNameOf(metric).match(/\b(?!and|actual|percent)[a-z]{3,}|\d+/g) ?? []

/** Patterns of what the names of a metric are called, one for each. */
function callsOf(metric: string): string[] {
  return namesOf(metric).map((name) => {
    const begin = name.slice(0, 4)
    // `SMA(20)` is not the 200-day one, and what is lower is no low.
    return alike.find((group) => group.includes(begin)) ?? (name === begin ? `${begin}(?!er|\\d)` : begin)
  })
}

/** Where a text first has a word that a pattern begins; -1 where it has none. */
const placeIn = (text: string, call: string) => text.search(` (?:${call})`)

/** How much of a metric's name is said, from 0 to 1. */
function shareSaid(metric = '', text = ''): number {
  const calls = callsOf(metric)
  return calls.filter((call) => placeIn(text, call) >= 0).length / calls.length || 0
}

/** What tells a metric from another, as a pattern. */
function apart(metric: string, other: string): string {
  const calls = callsOf(metric)
  const own = calls.filter((call) => !callsOf(other).includes(call))
  return (own.length > 0 ? own : calls).join('|')
}

// What a sentence calls a value that came about so.
const made: Readonly<Record<string, string>> = {
  min: 'low|min|bott|supp|rang|betw',
  max: 'high|max|peak|top|resi|rang|betw',
  mean: 'mean|aver',
  sum: 'sum|total',
  count: 'count|numb',
}

/**
 * The first slot whose value the sentence calls something else: another metric that it names rather, near the place of the value and before it
 * or else behind each, or none; or made in another way. Of what two metrics make both are named, each in its role, and no third.
 *
 * @param parts - What stands before, between and behind the places of the slots, words of small letters with a space before each.
 * @param values - In the order of their places.
 * @param columns - Names of all metrics that the evidence has which the sentence points at.
 */
export function findMisnamed(
  parts: readonly string[],
  values: readonly Bound[],
  columns: readonly string[],
): Bound | undefined {
  const end = values.at(-1)?.slot
  const isBehind = !end?.base && shareSaid(end?.metric, parts.at(-1)) > 0
  const all = parts.join(' {}')
  return values.find(({ slot: { metric, op, base }, unit }, index) => {
    const [before = '', behind = ''] = parts.slice(index)
    const near = `${isBehind ? behind : before.replace(/.* ;/, '')} `
    // `Analysts expect EPS of {a} and revenue of {b}`.
    const own = shareSaid(metric, isBehind ? near : parts.slice(0, index + 1).join(''))
    const whole = `${before} {}${behind}`
    const bare = (text: string) => text.replaceAll(fullNameOf(metric).replace(/^ \w+ $/, '#'), ' ')
    const [one, other] = base ? [apart(metric, base.metric), apart(base.metric, metric)] : ['', '']
    return (
      // What is measured is named first, and then what it is measured against.
      (one !== other &&
        (placeIn(whole, one) >= placeIn(whole, other) ||
          (placeIn(all, one) < 0 && !nameless.test(metric)))) ||
      (!isBehind &&
        placeIn(near, 'estim|conse|expec|guid|targ') >= 0 &&
        !/next|esti|positi/i.test(`${metric} ${base?.metric}`)) ||
      (op in made && placeIn(bare(all), made[op] ?? '') < 0) ||
      (index > 0 && /^ (?:(?:for|and|on) )*$/.test(before) && unit !== values[index - 1]?.unit) ||
      // What is named whole is not named better.
      ((base || own < 0.7) &&
        columns.some(
          (column) =>
            column !== metric &&
            column !== base?.metric &&
            !price.test(column) &&
            shareSaid(column, bare(near)) >= (base ? 1 : own + 0.4),
        )) ||
      (own === 0 &&
        (near.split(' ').some((word) => kindOf(word) === 'metric') ||
          !(nameless.test(metric) || shareSaid(metric, `${all} ${unit}`) > 0)))
    )
  })
}
