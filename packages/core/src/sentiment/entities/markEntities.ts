import type { Token } from '../text/token.ts'
import type { EntityIndex } from './entityIndex.ts'

/**
 * Turns each mention into one `name` token, in place, so that no part of a name is read as a word: "Best Buy" is not
 * praise and "Target" is not guidance. A cashtag is always a mention.
 */
export function markEntities(text: string, tokens: Token[], index: EntityIndex): Token[] {
  let kept = 0
  for (let position = 0; position < tokens.length; ) {
    const token = tokens[position]
    if (!token) break
    let taken = 1
    if (token.kind === 'cashtag') {
      token.entity = entityOfTicker(index, token.text)
    } else {
      for (const alias of index.byFirstWord.get(token.text) ?? []) {
        const last = tokens[position + alias.words.length - 1]
        if (!last || !alias.words.every((word, offset) => tokens[position + offset]?.text === word)) continue
        if (
          alias.exact === undefined
            ? !startsLikeName(token)
            : text.slice(token.start, last.end) !== alias.exact
        )
          continue
        taken = alias.words.length
        token.kind = 'name'
        token.end = last.end
        token.text = ''
        token.entity = alias.entity
        break
      }
    }
    tokens[kept++] = token
    position += taken
  }
  tokens.length = kept
  return tokens
}

/** A name starts with a capital or a digit; all-lower posts are not searched for names that are words. */
function startsLikeName(token: Token): boolean {
  return token.capital || token.kind === 'quantity'
}

function entityOfTicker(index: EntityIndex, ticker: string): number {
  const known = index.byTicker.get(ticker)
  if (known !== undefined) return known
  const added = index.ids.push(ticker) - 1
  index.byTicker.set(ticker, added)
  return added
}
