import { asColumns, type Columns, type IndicatorOptions } from './column.ts'
import type { Kernel } from './kernel.ts'
import type { StreamSnapshot } from './stream.ts'

/** Makes a stream's result from the outputs at `index`, or from `lead` when the bar has none. */
type Reader<result> = (outputs: Columns, index: number, lead: number) => result

/** Bars that fit between two moves of the columns, besides those that the kernel looks back at. */
const slack = 64

/** Runs a kernel one bar at a time over sliding columns, and can take its last step back. */
export class KernelStream<result> {
  readonly #kernel: Kernel
  readonly #read: Reader<result>
  readonly #lead: number
  readonly #resets: boolean
  readonly #used: number
  readonly #inputs: Columns
  readonly #outputs: Columns
  /** Index of the last bar in the columns; -1 before the first. */
  #index = -1
  /** The last bar had a NaN and the policy is to reset; likewise for the bar before. */
  #gap = false
  #gapBefore = false
  readonly #kept: number
  readonly #capacity: number
  readonly #states: readonly Float64Array[]
  /** The states before the last step, at the start, and during a peek. */
  readonly #before: readonly Float64Array[]
  readonly #initial: readonly Float64Array[]
  readonly #aside: readonly Float64Array[]

  constructor(
    kernel: Kernel,
    inputs: number,
    outputs: number,
    options: IndicatorOptions<unknown>,
    read: Reader<result>,
  ) {
    const { lookback, window, states, scratch, lead = Number.NaN } = kernel
    this.#kernel = kernel
    this.#read = read
    this.#lead = lead
    this.#resets = options.nan === 'reset'
    // One more than what a step needs, so that the last bar can still be replaced after a move.
    this.#kept = Math.max(lookback, window) + 1
    this.#capacity = 2 * this.#kept + slack
    this.#used = inputs
    const columns = (count: number) =>
      asColumns(Array.from({ length: count }, () => new Float64Array(this.#capacity)))
    this.#inputs = columns(inputs)
    this.#outputs = columns(outputs + (scratch?.count ?? 0))
    this.#states = states
    const copies = () => states.map((state) => state.slice())
    this.#before = copies()
    this.#initial = copies()
    this.#aside = copies()
  }

  push(a = Number.NaN, b = 0, c = 0, d = 0, e = 0, f = 0): result {
    this.#gapBefore = this.#gap
    this.#gap = this.#resets && [a, b, c, d, e, f].some(Number.isNaN)
    if (this.#gap) return this.peek()
    if (this.#gapBefore) {
      this.#index = -1
      copyAll(this.#initial, this.#states)
      this.#kernel.forget?.()
    }
    copyAll(this.#states, this.#before)
    this.#index = this.#room()
    return this.#step(this.#index, a, b, c, d, e, f)
  }

  replaceLast(a = Number.NaN, b = 0, c = 0, d = 0, e = 0, f = 0): result {
    if (!this.#gap && !this.#gapBefore && this.#index >= 0) {
      copyAll(this.#before, this.#states)
      this.#index--
    }
    this.#gap = this.#gapBefore
    return this.push(a, b, c, d, e, f)
  }

  peek(a?: number, b = 0, c = 0, d = 0, e = 0, f = 0): result {
    const { lookback } = this.#kernel
    if (a === undefined)
      return this.#read(this.#outputs, !this.#gap && this.#index >= lookback ? this.#index : -1, this.#lead)
    if (this.#resets) {
      const snapshot = this.snapshot()
      const result = this.push(a, b, c, d, e, f)
      this.restore(snapshot)
      return result
    }
    copyAll(this.#states, this.#aside)
    const result = this.#step(this.#room(), a, b, c, d, e, f)
    copyAll(this.#aside, this.#states)
    return result
  }

  snapshot(): StreamSnapshot {
    const parts = this.#parts()
    const snapshot = new Float64Array(parts.reduce((size, part) => size + part.length, 3))
    snapshot.set([this.#index, Number(this.#gap), Number(this.#gapBefore)])
    let at = 3
    for (const part of parts) {
      snapshot.set(part, at)
      at += part.length
    }
    return snapshot
  }

  restore(snapshot: StreamSnapshot): void {
    this.#index = snapshot[0] ?? -1
    this.#gap = snapshot[1] === 1
    this.#gapBefore = snapshot[2] === 1
    let at = 3
    for (const part of this.#parts()) {
      part.set(snapshot.subarray(at, at + part.length))
      at += part.length
    }
    this.#kernel.forget?.()
  }

  #parts(): Float64Array[] {
    return [...this.#states, ...this.#before, ...this.#inputs, ...this.#outputs]
  }

  /** Index of the next bar; moves the columns first when they are full. */
  #room(): number {
    if (this.#index + 1 < this.#capacity) return this.#index + 1
    for (const column of [...this.#inputs, ...this.#outputs])
      column.copyWithin(0, this.#capacity - this.#kept)
    this.#index = this.#kept - 1
    this.#kernel.forget?.()
    return this.#kept
  }

  #step(index: number, a: number, b: number, c: number, d: number, e: number, f: number): result {
    const inputs = this.#inputs
    inputs[0][index] = a
    const used = this.#used
    if (used > 1) inputs[1][index] = b
    if (used > 2) inputs[2][index] = c
    if (used > 3) inputs[3][index] = d
    if (used > 4) inputs[4][index] = e
    if (used > 5) inputs[5][index] = f
    this.#kernel.run(inputs, this.#outputs, index, index + 1)
    return this.#read(this.#outputs, index < this.#kernel.lookback ? -1 : index, this.#lead)
  }
}

/** Copies the contents of arrays into others as long, number by number: quickest for the few that a state holds. */
export function copyAll(from: readonly Float64Array[], to: readonly Float64Array[]): void {
  for (let index = 0; index < from.length; index++) {
    const source = from[index] as Float64Array
    const target = to[index] as Float64Array
    for (let place = 0; place < source.length; place++) target[place] = source[place] as number
  }
}

function readOne(outputs: Columns, index: number, lead: number): number {
  return index < 0 ? lead : (outputs[0][index] as number)
}

/** The stream form of a kernel with one output. */
export function createStream(
  kernel: Kernel,
  inputs: number,
  options: IndicatorOptions<unknown>,
): KernelStream<number> {
  return new KernelStream(kernel, inputs, 1, options, readOne)
}

/** The stream form of a kernel with several outputs, named in order. */
export function createNamedStream<name extends string>(
  kernel: Kernel,
  names: readonly name[],
  inputs: number,
  options: IndicatorOptions<unknown>,
): KernelStream<Record<name, number>> {
  return new KernelStream(kernel, inputs, names.length, options, (outputs, index, lead) => {
    const result = {} as Record<name, number>
    for (let place = 0; place < names.length; place++)
      result[names[place] as name] = index < 0 ? lead : (outputs[place as 0][index] as number)
    return result
  })
}
