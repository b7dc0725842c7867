import { readAcquirer } from './deal.ts'
import { around, isEnding, isHalt, stopsTrouble } from './ending.ts'
import { type Reading, record, seek, tokenAt } from './reading.ts'

/** An event, or a word of tone. */
export function readPolar(reading: Reading, index: number): void {
  const { entry, text } = tokenAt(reading, index)
  if (entry.rule === 'event.damage' && reachesHigh(reading, index)) return
  const last = reading.drafts[reading.drafts.length - 1]
  if (last?.rule === 'social.position' && index - last.at <= 3 && /^(put|call)/.test(text)) {
    // "Sold puts", "bought some calls": what is done, times what it is done with.
    last.weight *= Math.sign(entry.polar)
    return
  }
  let weight = entry.polar
  if (/^event.(approval|rejection)/.test(entry.rule)) {
    // "Subject to approval": none yet.
    if (reading.hedge < 0.5) return
    // What anybody but a regulator refuses is seldom news of a holder's; what they approve, rather.
    if (!nearRegulator(reading, index)) weight *= weight > 0 ? 0.55 : 0.35
  }
  if (entry.adjective) {
    // A strong euro is good for some and bad for others.
    if (tokenAt(reading, index + 1).entry.metricName === 'commodity') return
    const company = followingSign(reading, index)
    // "A strong decline" and "record losses" are not good news.
    if (weight > 0 && company < 0) return
    if (company !== 0 || describesMetric(reading, index)) weight *= 1.3
  }
  // "Ends strike", "drops the lawsuit", "strike called off".
  else if (isHalt(entry)) {
    if (stopsTrouble(reading, index)) return
  } else if (weight < 0) {
    if (around(reading, index, (near, token) => isEnding(token) || isHalt(near))) weight *= -0.7
  } else if (around(reading, index, isHalt)) {
    // A buyback that is suspended is bad news once, by being suspended.
    return
  }
  if (entry.rule.startsWith('analyst.')) reading.analyst = true
  record(reading, index, entry.rule, weight, index, entry.object)
  if (entry.rule === 'deal.approach') readAcquirer(reading, index)
}

/** Sign of the next thing with one, at most two words on: a metric, a movement or an event. */
function followingSign(reading: Reading, index: number): number {
  for (let next = index + 1; next <= index + 2; next++) {
    const token = tokenAt(reading, next)
    if (token.kind === 'stop' || token.kind === 'comma') return 0
    const entry = token.entry
    if (entry.direction < 0) return -1
    if (entry.metric !== 0) return Math.sign(entry.metric)
    if (entry.polar !== 0 && !entry.adjective) return Math.sign(entry.polar)
  }
  return 0
}

/** Boards and meetings approve things every day; a regulator's word is news. */
function nearRegulator(reading: Reading, index: number): boolean {
  for (let near = Math.max(0, index - 7); near <= index + 7; near++) {
    if (tokenAt(reading, near).entry.modifier === 'regulator') return true
  }
  return false
}

/** "Demand was strong". */
function describesMetric(reading: Reading, index: number): boolean {
  return reading.metric >= 0 && index - reading.metric <= 4
}

/** "Hits a record high" and "hit its target" do no damage. */
function reachesHigh(reading: Reading, index: number): boolean {
  const reached = seek(
    reading,
    index,
    4,
    ({ factor, modifier, metricName }, { text }) =>
      (factor > 0 && modifier === 'extreme') ||
      text === 'record' ||
      metricName === 'guidance' ||
      metricName === 'target',
  )
  return reached >= 0
}
