import { type Interval, parseInstrument, parseInterval } from '@starkmatter/core'
import type { Condition, LeafCondition } from './condition.ts'
import { numberText, operandLabel } from './operand.ts'

/** What is needed to say what an alert waits for. */
export type DescribedAlert = {
  /** Canonical id. */
  instrument: string
  interval: Interval
  condition: Condition
  evaluate: 'close' | 'tick'
}

/**
 * What an alert waits for, in words: the same on the page, in a notification and in a webhook.
 *
 * @example
 * describeAlert({
 *   instrument: 'equity:AAPL',
 *   interval: '1d',
 *   condition: {
 *     type: 'compare',
 *     left: { kind: 'price', field: 'close' },
 *     relation: 'crosses above',
 *     right: { kind: 'level', value: 200 },
 *   },
 *   evaluate: 'close',
 * }) // 'AAPL: close crosses above 200 on daily bars'
 */
export function describeAlert({ instrument, interval, condition, evaluate }: DescribedAlert): string {
  const text = describeCondition(condition, evaluate === 'tick')
  const when = evaluate === 'tick' ? ', while they form' : ''
  return `${parseInstrument(instrument).symbol}: ${text} on ${barsInWords(interval)}${when}`
}

export function describeCondition(condition: Condition, isLive: boolean): string {
  if (!('conditions' in condition)) return describeLeaf(condition, isLive)
  const word = condition.type === 'all' ? ' and ' : ' or '
  return condition.conditions
    .map((inner) => {
      const text = describeCondition(inner, isLive)
      return 'conditions' in inner ? `(${text})` : text
    })
    .join(word)
}

function describeLeaf(condition: LeafCondition, isLive: boolean): string {
  switch (condition.type) {
    case 'compare': {
      const [left, right] = [condition.left, condition.right].map((one) => operandLabel(one, isLive))
      return `${left} ${condition.relation} ${right}`
    }
    case 'change': {
      const { direction, percent, over } = condition
      const verb = { up: 'rises', down: 'falls', either: 'moves' }[direction]
      const from = over === 'previous close' ? 'from the previous close' : `within ${count(over, 'bar')}`
      return `price ${verb} by ${numberText(percent)} % or more ${from}`
    }
    case 'volume': {
      const { relation, times, period } = condition
      return `volume ${relation} ${numberText(times)} times its average of ${count(period, 'bar')}`
    }
    case 'sentiment':
      return `news sentiment ${condition.relation} ${numberText(condition.score)}`
    case 'headline':
      return `a headline has ${condition.words.map((word) => JSON.stringify(word)).join(' or ')}`
  }
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

/** `daily bars`, `15-minute bars`. */
function barsInWords(interval: Interval): string {
  const single: Readonly<Record<string, string>> = {
    '1d': 'daily',
    '1w': 'weekly',
    '1mo': 'monthly',
    '1y': 'yearly',
  }
  const units = { s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' }
  const { count: length, unit } = parseInterval(interval)
  return `${single[interval] ?? `${length}-${units[unit]}`} bars`
}
