/**
 * Slots of the features of a text: its words, pairs of neighbours, pairs around a word, and groups of four letters.
 * Texts are read up to 4,000 characters.
 */
export function hashFeatures(text: string, bits: number): Uint32Array {
  const mask = (1 << bits) - 1
  const lower = text.slice(0, 4000).toLowerCase()
  const words = lower.match(/[\p{L}\p{N}%$]+/gu) ?? []
  const slots = new Set<number>()
  let before = 0
  let twoBefore = 0
  for (const word of words) {
    const hashed = hash(word, 1)
    slots.add(hashed & mask)
    if (before !== 0) slots.add(mix(before, hashed, 2) & mask)
    if (twoBefore !== 0) slots.add(mix(twoBefore, hashed, 3) & mask)
    for (let start = 0; start + 4 <= word.length && start < 12; start++) {
      slots.add(hash(word.slice(start, start + 4), 4) & mask)
    }
    twoBefore = before
    before = hashed
  }
  return Uint32Array.from(slots)
}

function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return finish(value)
}

function mix(left: number, right: number, salt: number): number {
  return finish(Math.imul(left ^ salt, 0x9e3779b1) ^ right)
}

function finish(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
