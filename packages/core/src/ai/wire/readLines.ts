import { NetworkError, StarkMatterError, TimeoutError, ValidationError } from '../../errors/index.ts'
import { type Clock, systemClock } from '../../http/clock.ts'

export type ReadLinesOptions = {
  /** Longest line in UTF-16 units; one that is longer ends the reading. @default 8_000_000 */
  maxLineLength?: number | undefined
  /** Longest time without a byte, ms; heartbeats count. @default 60_000 */
  silenceMs?: number | undefined
  clock?: Clock | undefined
}

export const longestLine = 8_000_000

/**
 * The lines of a text as they come, empty ones left out. Linear in their length, however the bytes are cut. The stream is
 * cancelled when the reader leaves.
 *
 * @throws {StarkMatterError} VALIDATION, a line is too long; TIMEOUT, nothing came for too long; NETWORK, the stream broke
 */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
  { maxLineLength = longestLine, silenceMs = 60_000, clock = systemClock }: ReadLinesOptions = {},
): AsyncGenerator<string, void, void> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  /** Of a line that has no end yet. */
  let pieces: string[] = []
  let length = 0
  try {
    for (let isDone = false; !isDone; ) {
      const { done, value } = await within(silenceMs, clock, reader.read())
      isDone = done
      const parts = (done ? decoder.decode() : decoder.decode(value, { stream: true })).split('\n')
      for (const [index, part] of parts.entries()) {
        length += part.length
        if (length > maxLineLength) throw tooLong(maxLineLength)
        pieces.push(part)
        if (index === parts.length - 1 && !isDone) break
        const line = pieces.join('').trim()
        pieces = []
        length = 0
        if (line !== '') yield line
      }
    }
  } catch (cause) {
    throw StarkMatterError.is(cause) ? cause : new NetworkError('The stream broke off. Ask again.', { cause })
  } finally {
    // A stream that has broken cannot be cancelled, and need not be.
    reader.cancel().catch(() => {})
  }
}

function tooLong(maxLineLength: number): ValidationError {
  return new ValidationError({
    path: '',
    expected: `a line of at most ${maxLineLength} characters`,
    got: 'a longer one',
  })
}

function within<value>(ms: number, clock: Clock, work: Promise<value>): Promise<value> {
  return new Promise((resolve, reject) => {
    const stop = clock.schedule(ms, () =>
      reject(new TimeoutError(`Nothing came for ${ms} ms. Allow more with "silenceMs".`, { timeoutMs: ms })),
    )
    work.then(resolve, reject).finally(stop)
  })
}
