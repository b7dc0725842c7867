import { listed, plain } from './packedWords.ts'

// In the order of `words`: how freely a word may be used, or the relations that it may stand for.
export const kinds =
  'joint opener subject be modal not counted capitals metric above below above/rising below/falling equal rising falling highest lowest overbought oversold never'.split(
    ' ',
  )

/** Whether a kind of words stands for relations. */
export function isComparative(kind: string | undefined): kind is string {
  const place = kinds.indexOf(kind ?? '')
  return place > 8 && place < 20
}

// Digits of any script, fractions, Roman numerals, and what most numbers in words are made of.
export const countsAloud =
  /\p{N}|^[ivx]{2,}$|^(?:t(?:wo|hree|en(?:s|ths?)?$|wel|wen|hir)|four(?!n)|fort[iy]|fi[fv][te]|six|seconds?$|seven|eight|nine|eleven|hal[fv]|zero|digit|one$|times|quartered)|ieth$|teen|hundr?e|thousand|illion|dozen|fold$|doubl|tripl|trebl|[drnxt]upl|twice|percent/iu

/** What words have in common with their inflections: `reports`, `reported` and `reporting` have one stem. */
export function stemOf(word: string): string {
  const stem = word
    .replace(/ie[sd]$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/(?:(?<!e)ed|ing|e)$/, '')
  return stem.length < 3 ? word : stem.replace(/([bdglmnprst])\1$/, '$1')
}

/** Where a word or a stem stands in the table. */
export function placeOf(word: string, { seed, size }: { seed: number; size: number }): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16_777_619)
  return (hash >>> 0) % size
}

/** Tables are written in the signs from `#` to `~`, small steps in those that code is full of: compressed, they take less. */
export const firstSign = 35
export const signs = 92
export const smallest = 96

/** Of kinds and of what stands between two entries that are too far from each other. */
export const codes = kinds.length + 1

let plainPlaces: Map<number, string> | undefined
let kindPlaces: Map<number, string | undefined> | undefined

/** What a word may do in a sentence: `plain`, or one of `kinds`; `undefined` for a word that is not listed. */
export function kindOf(word: string): string | undefined {
  plainPlaces ??= unpackPlain()
  kindPlaces ??= unpackKinds()
  const stem = stemOf(word)
  return (
    kindPlaces.get(placeOf(stem, listed)) ??
    plainPlaces.get(placeOf(stem, plain)) ??
    (/^out(?![acl]|pu)[a-z]{3}/.test(word) ? 'above' : undefined)
  )
}

/** One sign for each place: how far it is from the one before. */
function unpackPlain(): Map<number, string> {
  let place = 0
  const all = new Map<number, string>()
  for (const step of stepsOf(plain.packed)) {
    place += step
    all.set(place, 'plain')
  }
  return all
}

/** Two signs for each place: its kind with how often it passes all signs, and how many more. */
function unpackKinds(): Map<number, string | undefined> {
  let place = 0
  const all = new Map<number, string | undefined>()
  const steps = stepsOf(listed.packed).values()
  for (const code of steps) {
    const step = steps.next().value ?? 0
    place += signs * ((code / codes) | 0) + step
    all.set(place, kinds[code % codes])
  }
  return all
}

function stepsOf(packed: string): number[] {
  return Array.from(packed, (sign) => (sign.charCodeAt(0) - smallest + signs) % signs)
}
