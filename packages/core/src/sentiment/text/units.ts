import type { Token } from './token.ts'

const scales = /* @__PURE__ */ new Map(
  Object.entries({
    k: 1e3,
    thousand: 1e3,
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    mm: 1e6,
    million: 1e6,
    b: 1e9,
    bn: 1e9,
    bln: 1e9,
    billion: 1e9,
    trillion: 1e12,
    tn: 1e12,
  }),
)

const percents = /* @__PURE__ */ new Set('% pct percent pc percentage'.split(' '))
/** Currencies that stand close before an amount: "EUR21.1m". */
export const codes = 'eur usd gbp sek nok dkk chf jpy cny inr rs rmb cad aud hkd'
export const currencies = /* @__PURE__ */ new Set(
  `$ € £ ¥ ₹ ${codes} euro euros dollar dollars pound pounds pence cents yen p c`.split(' '),
)

/** Gives a quantity the scale or unit that follows it up to `end`; false for a word that is neither. */
export function appendUnit(token: Token, word: string, end: number): boolean {
  const scale = scales.get(word)
  if (scale !== undefined) {
    // "5 m" may be metres, but a scale is the likelier reading beside prices.
    token.value *= scale
  } else if (percents.has(word)) {
    token.unit = '%'
  } else if (currencies.has(word)) {
    if (token.unit === '') token.unit = word
  } else {
    return false
  }
  token.end = end
  return true
}
