import { tokenize } from '../text/tokenize.ts'
import type { EntityInput } from '../types.ts'

type Alias = {
  words: readonly string[]
  entity: number
  /** Written exactly so, for tickers: "IT" the ticker is not "it". */
  exact: string | undefined
}

/** Where names begin. Ids in order of first use; cashtags that nobody announced are added while reading. */
export type EntityIndex = {
  ids: string[]
  byFirstWord: Map<string, Alias[]>
  byTicker: Map<string, number>
}

const legalForm =
  /[\s,]+(inc|corp|corporation|company|co|plc|ltd|limited|llc|oyj|abp|ab|asa|sa|se|ag|nv|spa|gmbh|group|holdings?)\.?$/i

export function createEntityIndex(entities: readonly EntityInput[]): EntityIndex {
  const index: EntityIndex = { ids: [], byFirstWord: new Map(), byTicker: new Map() }
  for (const input of entities) {
    const entity = typeof input === 'string' ? { id: input, name: input } : input
    const number = index.ids.push(entity.id) - 1
    for (const name of [entity.name ?? entity.id, ...(entity.aliases ?? [])]) addName(index, name, number)
    for (const ticker of entity.tickers ?? []) addTicker(index, ticker, number)
    if (/^[A-Z][A-Z.]{0,5}$/.test(entity.id)) addTicker(index, entity.id, number)
  }
  for (const aliases of index.byFirstWord.values()) aliases.sort((a, b) => b.words.length - a.words.length)
  return index
}

/** A name is also known without its legal form: "Nokia Oyj" as "Nokia". */
function addName(index: EntityIndex, name: string, entity: number): void {
  add(index, name, entity, undefined)
  let short = name
  for (
    let cut = short.replace(legalForm, '');
    cut !== short && cut !== '';
    cut = short.replace(legalForm, '')
  ) {
    short = cut
    add(index, short, entity, undefined)
  }
}

function addTicker(index: EntityIndex, ticker: string, entity: number): void {
  index.byTicker.set(ticker.toUpperCase(), entity)
  add(index, ticker, entity, ticker)
}

function add(index: EntityIndex, name: string, entity: number, exact: string | undefined): void {
  const words = tokenize(name)
    .filter((token) => token.kind === 'word' || token.kind === 'quantity')
    .map((token) => token.text)
  const first = words[0]
  if (first === undefined) return
  const aliases = index.byFirstWord.get(first)
  if (aliases) aliases.push({ words, entity, exact })
  else index.byFirstWord.set(first, [{ words, entity, exact }])
}
