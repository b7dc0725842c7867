/** A bar as it is evaluated. `time` is its open, ms UTC; a volume that is not known is NaN. */
export type EvaluatedBar = {
  time: number
  open: number
  high: number
  low: number
  close: number
  volume: number
}

const names = ['time', 'open', 'high', 'low', 'close', 'volume'] as const

/** The newest closed bars of a series as columns, within bounds. */
export class SeriesHistory {
  readonly #keep: number
  readonly #columns: Record<(typeof names)[number], Float64Array>
  #length = 0

  /** @param keep - Bars that are kept at least; twice as many are held before the oldest are dropped. */
  constructor(keep: number) {
    this.#keep = keep
    const column = () => new Float64Array(keep * 2)
    this.#columns = {
      time: column(),
      open: column(),
      high: column(),
      low: column(),
      close: column(),
      volume: column(),
    }
  }

  get length(): number {
    return this.#length
  }

  push(bar: EvaluatedBar): void {
    if (this.#length === this.#keep * 2) {
      for (const name of names) this.#columns[name].copyWithin(0, this.#keep)
      this.#length = this.#keep
    }
    for (const name of names) this.#columns[name][this.#length] = bar[name]
    this.#length += 1
  }

  /** NaN beyond the ends. `at(-1)` is the newest. */
  value(name: (typeof names)[number], index: number): number {
    const place = index < 0 ? this.#length + index : index
    return place >= 0 && place < this.#length ? (this.#columns[name][place] ?? Number.NaN) : Number.NaN
  }

  bar(index: number): EvaluatedBar | undefined {
    const time = this.value('time', index)
    if (Number.isNaN(time)) return undefined
    const [open, high, low, close, volume] = [
      this.value('open', index),
      this.value('high', index),
      this.value('low', index),
      this.value('close', index),
      this.value('volume', index),
    ]
    return { time, open, high, low, close, volume }
  }
}
