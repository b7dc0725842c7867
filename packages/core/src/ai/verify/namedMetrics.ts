import type { Slot } from '../claims/claim.ts'
import { wordsOf } from './allowedPhrases.ts'
import { kindOf } from './vocabulary.ts'

// Beginnings of words that stand for each other's metrics.
const alike =
  'clos last pric|volu obv turn hand|reve sale|inco earn eps per repo bott p/e|debt leve owe|esti cons expe guid targ next|sma ema aver atr mean line|bban band boll|weig port book|sent tone scor|grow grew rose rise fell decl incr decr shra clim|valu wort|quan hold|divi paid pays|buyb repu boug|date divi'.split(
    '|',
  )

/** A price needs no name, and a change is named by what says its direction. */
const nameless = /^(?:close|last|price|open)$|change|surprise|growth|gain/i

// What others think it will be.
const expected = / (?:estimat|consens|expect|guid|target)/

/** `netIncome` -> `net`, `income`, without what is not said. */
function namesOf(metric: string): string[] {
  const words = wordsOf(metric.replace(/[A-Z]{2,}/g, (caps) => caps.toLowerCase()))
  return words.match(/\b(?!and|actual)[a-z]{3,}/g) ?? []
}

/** How much of a metric's name is said, from 0 to 1. */
function shareSaid(metric: string, text: string): number {
  const names = namesOf(metric)
  const said = names.filter((name) => {
    const begin = name.slice(0, 4)
    const others = alike.find((group) => group.includes(begin)) ?? begin
    return others.split(' ').some((one) => text.includes(` ${one}`))
  })
  return said.length / names.length || 0
}

/**
 * The first slot that stands where the sentence names another metric than it points at, or that the sentence does not name: each is named
 * before its place, or each behind it.
 *
 * @param parts - What stands before, between and behind the places of the slots.
 * @param units - What is shown with each value.
 * @param columns - Names of all metrics that the evidence has which the sentence points at.
 */
export function findMisnamed(
  parts: readonly string[],
  slots: readonly Slot[],
  units: readonly string[],
  columns: readonly string[],
): Slot | undefined {
  const texts = parts.map((part) => ` ${part.toLowerCase().replace(/[^a-z/]+/g, ' ')}`)
  const shareOf = ({ metric, op, base }: Slot, text: string) =>
    Math.max(shareSaid(metric, text), base || op === 'mean' ? shareSaid(base?.metric ?? op, text) : 0)
  const [first, last] = [texts[0], texts.at(-1)].map((text = '') => slots.map((slot) => shareOf(slot, text)))
  const isBehind = new Set(first).size < 2 && last?.at(-1) !== 0
  return slots.find((slot, index) => {
    const { metric } = slot
    const text = texts[index + Number(isBehind)] ?? ''
    const own = shareOf(slot, text)
    if (!isBehind && expected.test(text) && !/next|esti|positi/i.test(metric)) return true
    // `RSI is {a} for one and {b} for another`.
    if (index > 0 && /^ +(?:(?:for|and) )*$/.test(text) && units[index] !== units[index - 1]) return true
    if (nameless.test(metric) && isBehind) return false
    if (own < 1 && columns.some((name) => name !== metric && text.includes(` ${namesOf(name).join(' ')} `)))
      return true
    const namesOther = text.split(' ').some((word) => kindOf(word) === 'metric')
    return (
      own === 0 && (namesOther || !(nameless.test(metric) || shareOf(slot, `${texts} ${units[index]}`) > 0))
    )
  })
}
