import type { Entry } from '../lexicon/entry.ts'
import type { Token } from '../text/token.ts'
import { type Reading, tokenAt } from './reading.ts'

const halt = 'event.halt'
const endings = /^(end(s|ed|ing)?|(halt|lift|exit|(dro|sto)pp?)(s|ed)|(stall|fizzle|snap)s)$/

/** "Ends" is one, of the movement before it or the event after it. */
export function isEnding(token: Token): boolean {
  return endings.test(token.text)
}

/** Whether what the word stops, beside it, is bad by itself: "drops the lawsuit", "strike called off". */
export function stopsTrouble(reading: Reading, index: number): boolean {
  const isTrouble = ({ polar, adjective, rule }: Readonly<Entry>) => polar < 0 && !adjective && rule !== halt
  return around(reading, index, isTrouble) || isTrouble(tokenAt(reading, index + 2).entry)
}

export function isHalt({ rule }: Readonly<Entry>): boolean {
  return rule === halt
}

/** Whether one of the words beside it matches. */
export function around(
  reading: Reading,
  index: number,
  matches: (entry: Readonly<Entry>, token: Token) => boolean,
): boolean {
  return [-2, -1, 1].some((step) => {
    const token = tokenAt(reading, index + step)
    return matches(token.entry, token)
  })
}
