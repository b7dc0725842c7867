// The constants are fractional bits of roots of the first primes: computing them is shorter than listing them, and what
// verifies a report in a browser should be small.
let roundConstants: Int32Array | undefined
let initialState: Int32Array | undefined

/** The first 32 bits behind the point of a root of each of the first 64 primes. */
function fractions(root: (value: number) => number): Int32Array {
  const primes: number[] = []
  for (let candidate = 2; primes.length < 64; candidate++)
    if (primes.every((prime) => candidate % prime)) primes.push(candidate)
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32)
}

// Written anew for each block.
const schedule = new Int32Array(64)
// From the end to the beginning: each round puts one word before the eight that it reads, so that none has to be moved.
const working = new Int32Array(72)

/**
 * SHA-256 of a text's UTF-8 bytes, FIPS 180-4, as 64 hexadecimal digits.
 *
 * @example
 * sha256('abc').slice(0, 8) // 'ba7816bf'
 */
export function sha256(text: string): string {
  roundConstants ??= fractions(Math.cbrt)
  initialState ??= fractions(Math.sqrt)
  const message = new TextEncoder().encode(text)
  const length = 64 * Math.ceil((message.length + 9) / 64)
  const padded = new DataView(new ArrayBuffer(length))
  new Uint8Array(padded.buffer).set(message)
  padded.setUint8(message.length, 0x80)
  padded.setUint32(length - 4, message.length << 3)
  const state = initialState.slice(0, 8)
  for (let block = 0; block < length; block += 64) {
    working.set(state, 64)
    for (let i = 0; i < 64; i++)
      addWord(i, i < 16 ? padded.getInt32(block + 4 * i) : extend(i), roundConstants)
    for (let i = 0; i < 8; i++) state[i] = (state[i] as number) + (working[i] as number)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** One round. The words that FIPS 180-4 calls `a` to `h` are the eight from `place` on. */
function addWord(i: number, word: number, constants: Int32Array): void {
  schedule[i] = word
  const place = 64 - i
  const a = working[place] as number
  const b = working[place + 1] as number
  const c = working[place + 2] as number
  const e = working[place + 4] as number
  const choice = (e & (working[place + 5] as number)) ^ (~e & (working[place + 6] as number))
  const first = (working[place + 7] as number) + mix(e, 6, 11, 25) + choice + (constants[i] as number) + word
  const majority = (a & b) ^ (a & c) ^ (b & c)
  working[place + 3] = (working[place + 3] as number) + first
  working[place - 1] = first + mix(a, 2, 13, 22) + majority
}

/** The word of the schedule at `i`, which follows from those before. */
function extend(i: number): number {
  const early = schedule[i - 15] as number
  const late = schedule[i - 2] as number
  const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
  const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
  return ((schedule[i - 16] as number) + small + (schedule[i - 7] as number) + large) | 0
}

function mix(word: number, one: number, two: number, three: number): number {
  return rotate(word, one) ^ rotate(word, two) ^ rotate(word, three)
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
