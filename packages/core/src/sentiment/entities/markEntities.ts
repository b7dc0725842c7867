import type { Token } from '../text/token.ts'
import type { EntityIndex } from './entityIndex.ts'

/**
 * Turns each mention into one `name` token, in place, so that no part of a name is read as a word: "Best Buy" is not
 * praise and "Target" is not guidance. A cashtag is always a mention.
 *
 * @param indexes - The longest name that one of them knows counts; of equals that of the first.
 * @param ids - Numbers of the entities that tokens point at; those that are named and not in it are added.
 */
export function markEntities(
  text: string,
  tokens: Token[],
  indexes: readonly EntityIndex[],
  ids: Map<string, number>,
): void {
  let kept = 0
  for (let position = 0; position < tokens.length; ) {
    const token = tokens[position]
    if (!token) break
    let taken = 1
    let named: string | undefined
    if (token.kind === 'cashtag') {
      for (const { byTicker } of indexes) named ??= byTicker.get(token.text)
      named ??= token.text
    } else {
      for (const { byFirstWord } of indexes) {
        const aliases = byFirstWord.get(token.text)
        if (!aliases) continue
        for (const { words, exact, id } of aliases) {
          if (named !== undefined && words.length <= taken) continue
          const last = tokens[position + words.length - 1]
          if (!last || !words.every((word, offset) => tokens[position + offset]?.text === word)) continue
          if (exact === undefined ? !startsLikeName(token) : text.slice(token.start, last.end) !== exact)
            continue
          taken = words.length
          named = id
        }
      }
      if (named !== undefined) {
        token.kind = 'name'
        token.end = tokens[position + taken - 1]?.end ?? token.end
        token.text = ''
      }
    }
    if (named !== undefined) token.entity = numberOf(ids, named)
    tokens[kept++] = token
    position += taken
  }
  tokens.length = kept
}

/** A name starts with a capital or a digit; all-lower posts are not searched for names that are words. */
function startsLikeName(token: Token): boolean {
  return token.capital || token.kind === 'quantity'
}

export function numberOf(ids: Map<string, number>, id: string): number {
  const number = ids.get(id) ?? ids.size
  ids.set(id, number)
  return number
}
