const root3 = Math.sqrt(3)

/** Random numbers that follow from where they are used, and not from what was drawn before. */
export class Noise {
  readonly #seed: number

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (let index = 0; index < seed.length; index++)
      hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
    this.#seed = hash
  }

  /** Evenly in [0, 1). */
  uniform(place: number, salt: number): number {
    return (this.#hash(place, salt) >>> 0) / 0x1_0000_0000
  }

  /** Mean 0 and variance 1, within ±3.5: a sum of four even numbers, as it is the same on every machine. */
  gaussian(place: number, salt: number): number {
    const a = this.#hash(place, salt)
    const b = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ salt
    const c = b ^ (b >>> 13)
    const sum = (a & 0xffff) + (a >>> 16) + (c & 0xffff) + (c >>> 16)
    return (sum / 0x1_0000 - 2) * root3
  }

  #hash(place: number, salt: number): number {
    let hash = this.#seed ^ Math.imul(place, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca77)
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad)
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
    return hash ^ (hash >>> 15)
  }
}
