import type { Stream1, StreamSnapshot } from '../framework/stream.ts'

/** A relative strength index, one value at a time: the arithmetic of `gainLossSeries` on plain fields, for speed. */
export class RsiStream implements Stream1 {
  readonly #period: number
  readonly #span: number = Number.NaN
  readonly #kept: number = Number.NaN
  readonly #flat: number = Number.NaN
  /** Less than this is no move. */
  readonly #least: number = Number.NaN
  /** How many bars it takes to the first result. */
  readonly #shown: number
  #count = 0
  #value = Number.NaN
  #gain = Number.NaN
  #loss = Number.NaN
  #valueBefore = Number.NaN
  #gainBefore = Number.NaN
  #lossBefore = Number.NaN

  /** @param hidden - leading results to leave out @param flat - the result where nothing moved */
  constructor(period: number, hidden: number, flat: number) {
    this.#period = period
    this.#shown = period + 1 + hidden
    // Fields that start as NaN are kept as unboxed numbers; a 0 would be taken for a small integer.
    this.#span = period
    this.#kept = period - 1
    this.#flat = flat
    this.#least = flat > 0 ? Number.MIN_VALUE : 1e-14
    this.#gain = 0
    this.#loss = 0
  }

  push(value: number): number {
    if (this.#count <= this.#shown) this.#count++
    // Handed on, not read again: what was just written takes its time to come back.
    const previous = this.#value
    const gain = this.#gain
    const loss = this.#loss
    this.#valueBefore = previous
    this.#gainBefore = gain
    this.#lossBefore = loss
    return this.#step(value, previous, gain, loss)
  }

  replaceLast(value: number): number {
    return this.#count === 0
      ? this.push(value)
      : this.#step(value, this.#valueBefore, this.#gainBefore, this.#lossBefore)
  }

  peek(value?: number): number {
    if (value === undefined) return this.#result(this.#gain, this.#loss)
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
    ;[
      this.#count = 0,
      this.#value = 0,
      this.#gain = 0,
      this.#loss = 0,
      this.#valueBefore = 0,
      this.#gainBefore = 0,
      this.#lossBefore = 0,
    ] = snapshot
  }

  #step(value: number, previous: number, gainBefore: number, lossBefore: number): number {
    // The first value has none before it.
    const change = this.#count > 1 ? value - previous : 0
    const size = Math.abs(change)
    // While the seed is summed nothing is kept back or divided.
    const kept = this.#count > this.#period + 1 ? this.#kept : 1
    const span = this.#count > this.#period ? this.#span : 1
    const gain = (gainBefore * kept + (size + change) * 0.5) / span
    const loss = (lossBefore * kept + (size - change) * 0.5) / span
    this.#value = value
    this.#gain = gain
    this.#loss = loss
    return this.#result(gain, loss)
  }

  #result(gain: number, loss: number): number {
    if (this.#count < this.#shown) return Number.NaN
    const total = gain + loss
    return total < this.#least ? this.#flat : 100 * (gain / total)
  }
}
