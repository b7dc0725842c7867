import { NetworkError, UpstreamError, ValidationError } from '../../errors/index.ts'
import { readError } from '../../errors/readError.ts'
import { isJsonObject } from '../../provider/index.ts'
import type { AnalystEvent } from '../analyst/analystEvent.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { withChanges } from './bodyChanges.ts'
import { isAnalystEvent } from './isAnalystEvent.ts'
import { longestLine, type ReadLinesOptions, readLines } from './readLines.ts'

export type DecodeEventsOptions = ReadLinesOptions

/**
 * The events of a run again, from the NDJSON that `encodeEvents` wrote. Ends with the `final` event, and in no other way
 * without an error. Kinds of events that this version does not know are passed over.
 *
 * @throws {StarkMatterError} the run's own error; VALIDATION, a line is not an event, or too long; NETWORK, the stream ended
 * before the report did; TIMEOUT, nothing came for too long
 */
export async function* decodeEvents<schema extends ReportSchema>(
  stream: ReadableStream<Uint8Array>,
  options: DecodeEventsOptions = {},
): AsyncGenerator<AnalystEvent<schema>, void, void> {
  const { maxLineLength = longestLine } = options
  let body: unknown
  /** Of the changes of this body: together they may be as long as one line. */
  let length = 0
  for await (const line of readLines(stream, options)) {
    const sent = orUndefined(() => JSON.parse(line))
    if (!isJsonObject(sent) || typeof sent.type !== 'string') throw noEvent(line)
    let value = sent
    if (sent.type === 'partial' || sent.type === 'reset') {
      body = sent.body
      length = 0
    }
    if (sent.type === 'delta') {
      length += line.length
      if (!body || length > maxLineLength) throw noEvent(line)
      // What is nested too deeply to be walked is no report.
      body = orUndefined(() => withChanges(body, sent.changes))
      value = { type: 'partial', body }
    }
    if (value.type === 'error') {
      const told = isJsonObject(value.error) ? readError(value.error, 'analyst') : undefined
      throw told ?? new UpstreamError('The report failed on its server.', { provider: 'analyst' })
    }
    if (isAnalystEvent<schema>(value)) yield value
    else if (knownTypes.has(value.type)) throw noEvent(line)
    if (value.type === 'final') return
  }
  throw new NetworkError('The stream ended before the report did. Ask again.', { provider: 'analyst' })
}

const knownTypes: ReadonlySet<unknown> = new Set([
  'status',
  'tool',
  'partial',
  'reset',
  'usage',
  'final',
] satisfies AnalystEvent['type'][])

function orUndefined(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined
  }
}

function noEvent(line: string): ValidationError {
  return new ValidationError({
    provider: 'analyst',
    path: '',
    expected: 'an event of a report as JSON',
    got: JSON.stringify(line.slice(0, 80)),
  })
}
