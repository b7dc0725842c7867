import { tokenize } from '../text/tokenize.ts'
import type { EntityInput } from '../types.ts'

export type Alias = {
  words: readonly string[]
  id: string
  /** Written exactly so, for tickers: "IT" the ticker is not "it". */
  exact: string | undefined
}

/** Where names begin: aliases by their first word, and ids by ticker. */
export type EntityIndex = {
  byFirstWord: Map<string, Alias[]>
  byTicker: Map<string, string>
}

const legalForm =
  /[\s,](inc|corp(oration)?|co(mpany)?|plc|ltd|limited|llc|oyj|abp?|asa|s[ae]|ag|nv|spa|gmbh|group|holdings?)\W*$/i

export function createEntityIndex(entities: readonly EntityInput[]): EntityIndex {
  const byFirstWord = new Map<string, Alias[]>()
  const byTicker = new Map<string, string>()
  const add = (name: string, id: string, exact?: string) => {
    const words = tokenize(name)
      .filter((token) => token.kind === 'word' || token.kind === 'quantity')
      .map((token) => token.text)
    const first = words[0]
    if (first === undefined) return
    const aliases = byFirstWord.get(first) ?? []
    byFirstWord.set(first, aliases)
    aliases.push({ words, id, exact })
  }
  // Not `for … of`, which would read a text letter by letter.
  entities.forEach((input) => {
    const { id, name = id, aliases = [], tickers = [] } = typeof input === 'string' ? { id: input } : input
    // A name is also known without its legal form: "Nokia Oyj" as "Nokia". No name is so long that what costs its square matters.
    for (const full of [name, ...aliases])
      for (let known = '', rest = full.slice(0, 99); rest && rest !== known; ) {
        known = rest
        add(known, id)
        rest = known.replace(legalForm, '')
      }
    for (const ticker of /^[A-Z][A-Z.]{0,5}$/.test(id) ? [...tickers, id] : tickers) {
      byTicker.set(ticker.toUpperCase(), id)
      add(ticker, id, ticker)
    }
  })
  return { byFirstWord, byTicker }
}
