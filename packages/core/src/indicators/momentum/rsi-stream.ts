import type { Stream1, StreamSnapshot } from '../framework/stream.ts'
import { isZero } from '../framework/zero.ts'

/** A relative strength index, one value at a time: the arithmetic of `gainLossSeries` on plain fields, for speed. */
export class RsiStream implements Stream1 {
  readonly #period: number
  readonly #kept: number
  /** How many bars it takes to the first result. */
  readonly #shown: number
  #count = 0
  #value = Number.NaN
  #gain = Number.NaN
  #loss = Number.NaN
  #valueBefore = Number.NaN
  #gainBefore = Number.NaN
  #lossBefore = Number.NaN

  /** @param hidden - leading results to leave out */
  constructor(period: number, hidden: number) {
    this.#period = period
    this.#kept = period - 1
    this.#shown = period + 1 + hidden
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#gain = 0
    this.#loss = 0
  }

  push(value: number): number {
    if (this.#count <= this.#shown) this.#count++
    this.#valueBefore = this.#value
    this.#gainBefore = this.#gain
    this.#lossBefore = this.#loss
    return this.#step(value)
  }

  replaceLast(value: number): number {
    return this.#count === 0 ? this.push(value) : this.#step(value)
  }

  peek(value?: number): number {
    if (value === undefined) return this.#result()
    const saved = this.snapshot()
    const result = this.push(value)
    this.restore(saved)
    return result
  }

  snapshot(): StreamSnapshot {
    return Float64Array.of(
      this.#count,
      this.#value,
      this.#gain,
      this.#loss,
      this.#valueBefore,
      this.#gainBefore,
      this.#lossBefore,
    )
  }

  restore(snapshot: StreamSnapshot): void {
    const [count = 0, value = 0, gain = 0, loss = 0, valueBefore = 0, gainBefore = 0, lossBefore = 0] =
      snapshot
    this.#count = count
    this.#value = value
    this.#gain = gain
    this.#loss = loss
    this.#valueBefore = valueBefore
    this.#gainBefore = gainBefore
    this.#lossBefore = lossBefore
  }

  #step(value: number): number {
    let gain = this.#gainBefore
    let loss = this.#lossBefore
    const change = value - this.#valueBefore
    const period = this.#period
    const count = this.#count
    this.#value = value
    if (count > period + 1) {
      loss *= this.#kept
      gain *= this.#kept
    }
    // The first value has none before it.
    if (count > 1) {
      if (change < 0) loss -= change
      else gain += change
    }
    if (count > period) {
      loss /= period
      gain /= period
    }
    this.#gain = gain
    this.#loss = loss
    return this.#result()
  }

  #result(): number {
    if (this.#count < this.#shown) return Number.NaN
    const total = this.#gain + this.#loss
    return isZero(total) ? 0 : 100 * (this.#gain / total)
  }
}
