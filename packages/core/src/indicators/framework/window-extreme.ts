/** Finds where the lowest (`sign` -1) or highest (1) value of a window is. The earliest place wins a tie. */
export class WindowExtreme {
  readonly #sign: number

  constructor(_period: number, sign: 1 | -1) {
    this.#sign = sign
  }

  /** Place of the extreme of `input[from]` to `input[to]`. A NaN at `from` is the extreme; other NaNs are passed over. */
  find(input: Float64Array, from: number, to: number): number {
    const sign = this.#sign
    let place = from
    let extreme = (input[from] as number) * sign
    for (let index = from + 1; index <= to; index++) {
      const value = (input[index] as number) * sign
      if (value > extreme) {
        extreme = value
        place = index
      }
    }
    return place
  }

  /** Drops what is known about positions. */
  forget(): void {}
}
