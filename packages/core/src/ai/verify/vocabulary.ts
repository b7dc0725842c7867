import { packedWords, seed, size } from './packedWords.ts'

// In the order of `words`: how freely a word may be used, or the relations that it may stand for.
export const kinds =
  'link joint opener subject be modal not counted capitals metric above below above/rising below/falling equal rising falling highest lowest overbought oversold never'.split(
    ' ',
  )

/** Whether a kind of words stands for relations. */
export function isComparative(kind: string | undefined): kind is string {
  const place = kinds.indexOf(kind ?? '')
  return place > 9 && place < 21
}

/** What words have in common with their inflections: `reports`, `reported` and `reporting` have one stem. */
export function stemOf(word: string): string {
  const stem = word
    .replace(/ie[sd]$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/(?:(?<!e)ed|ing|e)$/, '')
  return stem.length < 3 ? word : stem.replace(/([bdglmnprst])\1$/, '$1')
}

/** Where a word or a stem stands in the table. */
export function placeOf(word: string, seed: number, size: number): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16_777_619)
  return (hash >>> 0) % size
}

/**
 * What the table is written in. First one for each kind but `plain`, then how far a place is from the one before, from 1 on; the last
 * goes as far as all, and on. In such an order that what is frequent here is frequent in code, and takes few bits beside it.
 */
export const signs = 'n,uM"cOta=io340)(]SVPr/sB!.wx|EA1lf<ghyCm^qbNd}KZJpz6D&k78$:9v?2R;UF[>T+-{L*5I%je'

let table: Map<number, string> | undefined

/**
 * What a word may do in a sentence: one of `kinds`, as in `words`, or the relations that it may stand for; '' for a plain word,
 * `undefined` for one that is not listed.
 *
 * @param word - In lower case.
 * @example
 * kindOf('reported') // 'counted'
 * kindOf('rose') // 'rising'
 * kindOf('antimacassar') // undefined
 */
export function kindOf(word: string): string | undefined {
  table ??= unpack()
  return table.get(placeOf(stemOf(word), seed, size))
}

function unpack(): Map<number, string> {
  const all = new Map<number, string>()
  let place = 0
  for (const sign of packedWords) {
    const step = signs.indexOf(sign)
    if (step < kinds.length) all.set(place, kinds[step] ?? '')
    else {
      const isStep = step < signs.length - 1
      place += step - kinds.length + Number(isStep)
      if (isStep) all.set(place, '')
    }
  }
  return all
}
