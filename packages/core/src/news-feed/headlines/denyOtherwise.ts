import { otherDenials } from './differences.ts'
import type { Headline } from './readHeadline.ts'

type Telling = Pick<Headline, 'stems' | 'denied' | 'tokens'>

/** What "no" and "nor" may be mistyped from. */
const meant = /* @__PURE__ */ new Map([
  ['no', ['to', 'on', 'so']],
  ['nor', ['for', 'or']],
])

/** Whether only one of two headlines denies what both tell, and not by a mistake: "no cut jobs", "no rthern mill". */
export function denyOtherwise(left: Telling, right: Telling): boolean {
  return otherDenials(left, right) && !isByMistake(left, right) && !isByMistake(right, left)
}

function isByMistake({ tokens }: Telling, { tokens: others }: Telling): boolean {
  return tokens.some((token, at) => {
    const words = meant.get(token)
    if (!words || others.includes(token)) return false
    return words.includes(others[at] ?? '') || others.includes(token + tokens[at + 1])
  })
}
