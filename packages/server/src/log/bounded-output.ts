import type { Writable } from 'node:stream'

/** Where lines go, which never waits: a reader that has fallen behind loses lines, not the process its memory. */
export type BoundedOutput = {
  write(line: string): void
  /** Lines that were not written, since the reader took too long or has gone. */
  dropped(): number
  /** Waits until what was written is out, for `deadlineMs` at the longest. */
  flush(deadlineMs: number): Promise<void>
}

/** Writes to a stream while fewer than `maxWaitingBytes` wait in it; then drops, and says how many once it goes on. */
export function boundedOutput(
  stream: Writable,
  maxWaitingBytes: number,
  sayDropped: (lines: number) => string,
): BoundedOutput {
  let dropped = 0
  let untold = 0
  // Nobody reads any more: that is no reason to end.
  stream.on('error', () => {})
  return {
    dropped: () => dropped,
    write(line) {
      if (!stream.writable || stream.writableLength > maxWaitingBytes) {
        dropped++
        untold++
        return
      }
      if (untold > 0) {
        const lost = untold
        untold = 0
        stream.write(sayDropped(lost))
      }
      stream.write(line)
    },
    flush: (deadlineMs) =>
      new Promise((resolve) => {
        if (!stream.writable || stream.writableLength === 0) return resolve()
        const deadline = setTimeout(resolve, deadlineMs)
        stream.write('', () => {
          clearTimeout(deadline)
          resolve()
        })
      }),
  }
}
