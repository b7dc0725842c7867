import { isEvent } from './nameOrClause.ts'
import type { Headline } from './readHeadline.ts'

const rises = /* @__PURE__ */ new Set(
  'ris rose gain jump soar surg climb rally up higher beat rais hik upgrad'.split(' '),
)
const falls = /* @__PURE__ */ new Set(
  'fall fell los drop slid sink plung tumbl slump down lower mis miss cut downgrad'.split(' '),
)

/**
 * Whether two headlines turn opposite ways where they differ: `Shares rise after results` is no copy of `Shares fall
 * after results`, however many words they share.
 */
export function opposed(left: Headline, right: Headline): boolean {
  return turnOf(left, right) * turnOf(right, left) < 0 || turns(left, right) || turns(right, left)
}

/** Whether what is done in the other is what something is done to: "votes to end strike" of "votes to strike". */
function turns({ tokens }: Headline, { tokens: others }: Headline): boolean {
  return tokens.some((token, at) => {
    if (tokens[at - 2] !== 'to' || !isEvent(tokens[at - 1] ?? '')) return false
    return others.some((other, place) => other === token && /^(?:to|for)$/.test(others[place - 1] ?? ''))
  })
}

/** Above 0 where what only the first has goes up, below 0 where it goes down. */
function turnOf({ stems }: Headline, other: Headline): number {
  let turn = 0
  for (const stem of stems)
    if (!other.stems.includes(stem)) turn += Number(rises.has(stem)) - Number(falls.has(stem))
  return turn
}
