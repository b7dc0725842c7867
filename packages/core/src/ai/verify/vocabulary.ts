import { packedWords } from './packedWords.ts'

// In the order of `words`: how freely a word may be used, or the relations that it may stand for.
const kinds =
  'plain counted loose capitals metric above below above/rising below/falling equal rising falling highest lowest overbought oversold'.split(
    ' ',
  )

const anyEnding =
  /^(?:e?s|e?d|e|ing|y|ies|ied|(?:i?on|ment|e?or|er|al|ant|ent|ance|ence|ization|ation)?s?|ional|at(?:e[sd]?|ing|ive)|ally|ic|ical|ency|able|ity|ize[sd]?|ly|ary|ive|ist|ial|ure)$/
const ofVerb = /^(?:e?s|e?d|e|ing|y|ies|ied)?$/
const ofShort = /^(?:s|e?d|ing)?$/
const ofNoun = /^(?:e?s|e|y|ies)?$/

// `on` is not the stem of another word.
/** What the words of a kind may end with behind their stems: nouns that can be counted have no verb, `quartered` is none of a quarter. */
export function endingsOf(kind: number): RegExp {
  return kind === 0 ? anyEnding : kind === 1 ? ofNoun : ofVerb
}

/** Whether a kind of words stands for relations. */
export function isComparative(kind: string | undefined): kind is string {
  return kinds.indexOf(kind ?? '') > 4
}

/** How many letters a packed stem has in common with the one before: signs that are frequent in code take the fewest bits beside it. */
export const lengths = ':),(.=;{}[]?'

let stems: Map<string, number> | undefined

/**
 * What a word may do in a sentence: `plain`, `counted`, `loose`, `capitals` and `metric` as in `words`, or the relations that it may stand
 * for; `undefined` for one that may not stand there at all.
 *
 * @param word - In lower case.
 * @example
 * kindOf('reported') // 'plain'
 * kindOf('rose') // 'rising'
 * kindOf('dwarfs') // undefined
 */
export function kindOf(word: string): string | undefined {
  stems ??= unpack()
  for (let length = word.length; length > 0; length--) {
    const kind = stems.get(word.slice(0, length))
    if (
      kind !== undefined &&
      (length < 3 ? /^$/ : length < 4 ? ofShort : endingsOf(kind)).test(word.slice(length))
    )
      return kinds[kind]
  }
  return undefined
}

function unpack(): Map<string, number> {
  const all = new Map<string, number>()
  let stem = ''
  for (const [, shared = '', rest, sign = ''] of packedWords.matchAll(/(\W)([a-z]*)(\w?)/g)) {
    stem = stem.slice(0, lengths.indexOf(shared)) + rest
    all.set(stem, Number.parseInt(sign || '0', 16))
  }
  return all
}
