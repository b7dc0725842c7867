/** Splits a line into fields by position, reusing its arrays: one per file. */
export class LineSplitter {
  /** Number of fields of the last line. */
  count = 0
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly #delimiter: number

  /** @param delimiter - Character code. */
  constructor(delimiter: number, capacity = 256) {
    this.#delimiter = delimiter
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
  }

  /** False when a quote is left open or the line has more fields than fit. */
  split(text: string, start: number, end: number): boolean {
    const { starts, ends } = this
    const delimiter = this.#delimiter
    let count = 0
    let at = start
    for (;;) {
      if (count === starts.length) return false
      if (text.charCodeAt(at) === 34 && at < end) {
        const close = closingQuote(text, at + 1, end)
        if (close < 0) return false
        starts[count] = at + 1
        ends[count] = close
        at = close + 1
        while (at < end && text.charCodeAt(at) !== delimiter) at++
      } else {
        starts[count] = at
        while (at < end && text.charCodeAt(at) !== delimiter) at++
        ends[count] = at
        this.#trim(text, count)
      }
      count++
      if (at >= end) break
      at++
    }
    this.count = count
    return true
  }

  /** One field as text; empty where the line is shorter. */
  field(text: string, index: number): string {
    return index < this.count ? text.slice(this.starts[index], this.ends[index]).trim() : ''
  }

  /** All fields as texts. */
  fields(text: string): string[] {
    return Array.from({ length: this.count }, (_, index) => this.field(text, index))
  }

  #trim(text: string, index: number): void {
    let start = this.starts[index] as number
    let end = this.ends[index] as number
    while (start < end && text.charCodeAt(start) === 32) start++
    while (end > start && text.charCodeAt(end - 1) === 32) end--
    this.starts[index] = start
    this.ends[index] = end
  }
}

function closingQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== 34) continue
    if (text.charCodeAt(at + 1) !== 34 || at + 1 >= end) return at
    at++
  }
  return -1
}
