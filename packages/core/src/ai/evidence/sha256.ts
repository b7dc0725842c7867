import { createMemory } from '../createMemory.ts'

// The constants are fractional bits of roots of the first primes: computing them is shorter than listing them, and what
// verifies a report in a browser should be small.
/** The first 32 bits behind the point of a root of each of the first 64 primes. */
const fractions = createMemory((root: (value: number) => number): Int32Array => {
  const primes: number[] = []
  for (let candidate = 2; primes.length < 64; candidate++)
    if (primes.every((prime) => candidate % prime)) primes.push(candidate)
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32)
})

/** Eight words, as many as a state has. */
type Words = Int32Array & Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7, number>

// Written anew for each block.
const schedule = new Int32Array(64)

/**
 * SHA-256 of a text's UTF-8 bytes, FIPS 180-4, as 64 hexadecimal digits.
 *
 * @example
 * sha256('abc').slice(0, 8) // 'ba7816bf'
 */
export function sha256(text: string): string {
  const message = new TextEncoder().encode(text)
  // Whole blocks, of at least nine bytes more.
  const length = (message.length + 72) & -64
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const padded = new DataView(bytes.buffer)
  padded.setUint32(length - 4, message.length << 3)
  const state = fractions(Math.sqrt).slice(0, 8) as Words
  const constants = fractions(Math.cbrt)
  for (let block = 0; block < length; block += 64) digest(padded, block, state, constants)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Takes one block into the state: 64 rounds over the eight words that FIPS 180-4 calls `a` to `h`. */
function digest(padded: DataView, block: number, state: Words, constants: Int32Array): void {
  for (let i = 0; i < 16; i++) schedule[i] = padded.getInt32(block + 4 * i)
  for (let i = 16; i < 64; i++) {
    const early = schedule[i - 15] as number
    const late = schedule[i - 2] as number
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[i] = (schedule[i - 16] as number) + small + (schedule[i - 7] as number) + large
  }
  // By their places: as a list it would be taken apart at the cost of half of the rounds.
  let { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f, 6: g, 7: h } = state
  for (let i = 0; i < 64; i++) {
    const choice = g ^ (e & (f ^ g))
    const majority = (a & b) ^ (c & (a ^ b))
    const first =
      (h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        choice +
        (constants[i] as number) +
        (schedule[i] as number)) |
      0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
  }
  // Not as a copy of the state, which would take a third of the time.
  const words = [a, b, c, d, e, f, g, h]
  words.forEach((word, i) => {
    ;(state[i] as number) += word
  })
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
