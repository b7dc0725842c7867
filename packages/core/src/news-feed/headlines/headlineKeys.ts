import type { Headline } from './readHeadline.ts'

/** Sixteen chances to meet: a headline that shares two thirds of its words is missed once in 10,000 times. */
const bands = 16
const rows = 2
/** Of fewer words MinHash would miss too many. */
const fewestForBands = 4
/** Of more words there would be too many keys. */
const mostForWords = 6
/** Sets the keys of templates apart from those of headlines. */
const templates = 0x5bd1e995
const seeds = /* @__PURE__ */ Array.from({ length: bands * rows }, (_, index) => mix(index + 1))

/**
 * Numbers under which a headline is kept, so that copies of it are found without looking at all that is known. Short headlines that
 * differ in a single word always share one, longer ones that share most of their words nearly always.
 */
export function keysOf({ stems, words, text, whole }: Headline): number[] {
  const hashes = stems.map(hash)
  if (hashes.length === 0) return [hash(text), hash(whole)]
  const keys = [hash(whole)]
  if (hashes.length <= mostForWords) {
    const whole = wholeOf(hashes)
    keys.push(whole)
    if (hashes.length > 1) for (const value of hashes) keys.push((whole - mix(value)) | 0)
    // However mistyped, words begin as they should.
    keys.push(hash(words.map((word) => word.charAt(0)).join(' ')))
  }
  if (hashes.length >= fewestForBands) addBands(keys, hashes)
  // What was cut short has its beginning.
  if (hashes.length > 1) keys.push(mix(mix(hashes[0] ?? 0) ^ (hashes[1] ?? 0)) | 0)
  return keys
}

/** Of a template, a number for each of its words: whatever else stands in a headline, it is found. */
export function keysOfTemplate(stems: readonly string[]): number[] {
  return stems.map((stem) => mix(hash(stem) ^ templates) | 0)
}

/** Numbers under which most headlines are that hold all of these words. */
export function keysWith(stems: readonly string[]): number[] {
  const hashes = stems.map(hash)
  const keys = [wholeOf(hashes)]
  addBands(keys, hashes)
  return keys
}

/** The same in any order. */
function wholeOf(hashes: readonly number[]): number {
  return hashes.reduce((sum, value) => (sum + mix(value)) | 0, 0)
}

/** MinHash: two sets of words agree in a band as often as their common words are a share of all, to the power of its rows. */
function addBands(keys: number[], hashes: readonly number[]): void {
  for (let band = 0; band < bands; band++) {
    let key = band
    for (let row = 0; row < rows; row++) {
      const seed = seeds[band * rows + row] ?? 0
      let least = 0xffffffff
      for (const value of hashes) {
        const mixed = mix(value ^ seed)
        if (mixed < least) least = mixed
      }
      key = mix(key ^ least)
    }
    // Bands start from different numbers, so one map holds them all; a chance meeting fails the comparison.
    keys.push(key | 0)
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** Spreads a 32-bit number evenly; each seed gives another order of the words. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
