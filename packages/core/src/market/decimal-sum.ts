const maxDecimals = 15

/** A sum of decimal numbers that is the nearest number to the decimal sum: 0.1 and 0.2 make 0.3. */
export class DecimalSum {
  #sum = 0
  /** What rounding has taken from the sum (Neumaier). */
  #lost = 0
  #decimals = 0

  add(value: number): void {
    const sum = this.#sum + value
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum
    this.#sum = sum
    while (this.#decimals < maxDecimals && !hasAtMost(value, this.#decimals)) this.#decimals++
  }

  total(): number {
    return Number((this.#sum + this.#lost).toFixed(this.#decimals))
  }
}

function hasAtMost(value: number, decimals: number): boolean {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale === value
}
