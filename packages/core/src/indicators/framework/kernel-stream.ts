import { asColumns, type IndicatorOptions } from './column.ts'
import type { Kernel } from './kernel.ts'
import { assertSnapshot, type StreamSnapshot } from './snapshot.ts'

/** Makes a stream's result of the values of the outputs by place. */
type Reader<result> = (valueAt: (place: number) => number) => result

/** A stream with up to six inputs. */
type KernelStream<result> = {
  push(a?: number, b?: number, c?: number, d?: number, e?: number, f?: number): result
  replaceLast(a?: number, b?: number, c?: number, d?: number, e?: number, f?: number): result
  peek(a?: number, b?: number, c?: number, d?: number, e?: number, f?: number): result
  snapshot(): StreamSnapshot
  restore(snapshot: StreamSnapshot): void
}

/** Bars that fit between two moves of the columns, besides those that the kernel looks back at. */
const slack = 64

/** Runs a kernel one bar at a time over sliding columns, and can take its last step back. */
function kernelStream<result>(
  kernel: Kernel,
  used: number,
  results: number,
  options: IndicatorOptions<unknown>,
  read: Reader<result>,
): KernelStream<result> {
  const { lookback, window, states, scratch, lead = Number.NaN } = kernel
  const resets = options.nan === 'reset'
  // One more than what a step needs, so that the last bar can still be replaced after a move.
  const kept = Math.max(lookback, window) + 1
  const capacity = 2 * kept + slack
  const columns = (count: number) =>
    asColumns(Array.from({ length: count }, () => new Float64Array(capacity)))
  const inputs = columns(used)
  const outputs = columns(results + (scratch?.count ?? 0))
  const copies = () => states.map((state) => state.slice())
  // The states before the last step, at the start, and during a peek.
  const before = copies()
  const initial = copies()
  const aside = copies()
  const parts = [...states, ...before, ...inputs, ...outputs, Float64Array.of(lookback)]
  const size = parts.reduce((sum, part) => sum + part.length, 3)
  // Index of the last bar in the columns, and of the one whose result is read; -1 when there is none.
  let index = -1
  let shown = -1
  // The last bar had a NaN and the policy is to reset; likewise for the bar before.
  let gap = false
  let gapBefore = false

  const isHole = (...bar: number[]) => bar.some(Number.isNaN)

  const valueAt = (place: number) =>
    shown < lookback ? lead : ((outputs[place as 0] as Float64Array)[shown] as number)

  /** Moves the columns when they are full. */
  function makeRoom(): void {
    if (index + 1 < capacity) return
    for (const column of [...inputs, ...outputs]) column.copyWithin(0, capacity - kept)
    index = kept - 1
    kernel.forget?.()
  }

  function step(at: number, a: number, b: number, c: number, d: number, e: number, f: number): result {
    inputs[0][at] = a
    if (used > 1) inputs[1][at] = b
    if (used > 2) inputs[2][at] = c
    if (used > 3) inputs[3][at] = d
    if (used > 4) inputs[4][at] = e
    if (used > 5) inputs[5][at] = f
    kernel.run(inputs, outputs, at, at + 1)
    shown = at
    return read(valueAt)
  }

  const stream: KernelStream<result> = {
    push(a = Number.NaN, b = 0, c = 0, d = 0, e = 0, f = 0) {
      gapBefore = gap
      gap = resets && isHole(a, b, c, d, e, f)
      if (gap) return stream.peek()
      if (gapBefore) {
        index = -1
        copyAll(initial, states)
        kernel.forget?.()
      }
      copyAll(states, before)
      makeRoom()
      return step(++index, a, b, c, d, e, f)
    },

    replaceLast(a, b, c, d, e, f) {
      if (!gap && !gapBefore && index >= 0) {
        copyAll(before, states)
        index--
      }
      gap = gapBefore
      return stream.push(a, b, c, d, e, f)
    },

    peek(a, b = 0, c = 0, d = 0, e = 0, f = 0) {
      if (a === undefined || (resets && isHole(a, b, c, d, e, f))) {
        shown = gap || a !== undefined ? -1 : index
        return read(valueAt)
      }
      // The next bar is the first one again, and would lie where the columns begin.
      if (gap) {
        const snapshot = stream.snapshot()
        const result = stream.push(a, b, c, d, e, f)
        stream.restore(snapshot)
        return result
      }
      copyAll(states, aside)
      makeRoom()
      const result = step(index + 1, a, b, c, d, e, f)
      copyAll(aside, states)
      return result
    },

    snapshot() {
      const snapshot = new Float64Array(size)
      snapshot.set([index, Number(gap), Number(gapBefore)])
      let at = 3
      for (const part of parts) {
        snapshot.set(part, at)
        at += part.length
      }
      return snapshot
    },

    restore(snapshot) {
      assertSnapshot(snapshot, size, lookback)
      index = snapshot[0] ?? -1
      gap = snapshot[1] === 1
      gapBefore = snapshot[2] === 1
      let at = 3
      for (const part of parts) {
        part.set(snapshot.subarray(at, at + part.length))
        at += part.length
      }
      kernel.forget?.()
    },
  }
  return stream
}

/** Copies the contents of arrays into others as long, number by number: quickest for the few that a state holds. */
export function copyAll(from: readonly Float64Array[], to: readonly Float64Array[]): void {
  for (let index = 0; index < from.length; index++) {
    const source = from[index] as Float64Array
    const target = to[index] as Float64Array
    for (let place = 0; place < source.length; place++) target[place] = source[place] as number
  }
}

/** The stream form of a kernel with one output. */
export function createStream(
  kernel: Kernel,
  inputs: number,
  options: IndicatorOptions<unknown>,
): KernelStream<number> {
  return kernelStream(kernel, inputs, 1, options, (valueAt) => valueAt(0))
}

/** The stream form of a kernel with several outputs, named in order. */
export function createNamedStream<name extends string>(
  kernel: Kernel,
  names: readonly name[],
  inputs: number,
  options: IndicatorOptions<unknown>,
): KernelStream<Record<name, number>> {
  return kernelStream(kernel, inputs, names.length, options, (valueAt) => {
    const result = {} as Record<name, number>
    for (let place = 0; place < names.length; place++) result[names[place] as name] = valueAt(place)
    return result
  })
}
