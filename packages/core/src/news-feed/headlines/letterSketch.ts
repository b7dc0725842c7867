import { bitsIn } from './wordSketch.ts'

/** Which pairs of letters stand beside each other in a text: one bit of 256 for each, and how many there are. */
export type LetterSketch = Int32Array

const words = 8
const bits = words * 32
/** Share of the pairs that copies with a mistake in every fourth letter have in common. */
export const alike = 0.4
/** Of fewer pairs a mistake leaves too few. */
const fewestPairs = 8

export function sketchOf(letters: string): LetterSketch {
  const sketch = new Int32Array(words + 1)
  let last = 0
  for (let at = 0; at <= letters.length; at++) {
    const code = at < letters.length ? letters.charCodeAt(at) : 0
    const bit = Math.imul(last * 31 + code, 0x9e3779b1) >>> 24
    const word = bit >>> 5
    sketch[word] = (sketch[word] ?? 0) | (1 << (bit & 31))
    last = code
  }
  for (let word = 0; word < words; word++) sketch[words] = (sketch[words] ?? 0) + bitsIn(sketch[word] ?? 0)
  return sketch
}

/** Numbers of a sketch. */
export const sketchLength = words + 1

export function copySketch(sketch: LetterSketch, into: Int32Array, at: number): void {
  for (let word = 0; word < sketchLength; word++) into[at + word] = sketch[word] ?? 0
}

/** Whether two texts may be one but for mistakes: told quickly. Few others are so much alike. The second sketch may stand within a list, from `at` on. */
export function looksAlike(left: LetterSketch, right: Int32Array, at = 0): boolean {
  return likenessOf(left, right, at) >= alike
}

/** The share of pairs that two texts have in common, beside those that they have by chance. 1 of texts that have too few to tell. */
export function likenessOf(left: LetterSketch, right: Int32Array, at = 0): number {
  const [own, others] = [left[words] ?? 0, right[at + words] ?? 0]
  const most = Math.max(own, others)
  if (own < fewestPairs || others < fewestPairs || most === bits) return 1
  let common = 0
  for (let word = 0; word < words; word++) common += bitsIn((left[word] ?? 0) & (right[at + word] ?? 0))
  const chance = most / bits
  return (common / Math.min(own, others) - chance) / (1 - chance)
}
