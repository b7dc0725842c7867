/** Which words stand in a text: one bit of 64 for each. */
export type WordSketch = readonly [number, number]

export function wordSketchOf(words: readonly string[]): WordSketch {
  let [low, high] = [0, 0]
  for (const word of words) {
    let hash = word.length
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash, 31) + word.charCodeAt(at)
    hash = Math.imul(hash, 0x9e3779b1) >>> 26
    if (hash < 32) low |= 1 << hash
    else high |= 1 << (hash & 31)
  }
  return [low, high]
}

/** No fewer words than this do two texts have in common, but for those that share a bit with another. */
export function commonIn([low, high]: WordSketch, [otherLow, otherHigh]: WordSketch): number {
  return bitsIn(low & otherLow) + bitsIn(high & otherHigh)
}

export function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
