import { StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { type Clock, systemClock } from '../../http/clock.ts'
import type { AnalystEvent } from '../analyst/analystEvent.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { changesOf } from './bodyChanges.ts'

/** Events of a run, and where it can be cancelled, how. An `AnalystRun` is one. */
export type AnalystEvents<schema extends ReportSchema = ReportSchema> = AsyncIterable<
  AnalystEvent<schema>
> & {
  cancel?(): void
}

export type EncodeEventsOptions = {
  /** An empty line is sent after this long without an event, so that nobody takes the silence for the end. @default 15_000 */
  heartbeatMs?: number | undefined
  clock?: Clock | undefined
}

/**
 * The events of a run as NDJSON, one a line, for the body of an HTTP answer; `decodeEvents` and `fetchReport` read it. Of a
 * body that grows only what is new is sent: `{ type: 'delta', changes: { trend: { 2: claim } } }` stands for a `partial` with a third claim.
 * A run that fails ends in a line with its error. Nothing is read ahead of who reads; when they leave, the run is cancelled.
 *
 * @example
 * new Response(encodeEvents(analyst.report(technicalReport, { symbol })), {
 *   headers: { 'content-type': 'application/x-ndjson' },
 * })
 */
export function encodeEvents<schema extends ReportSchema>(
  run: AnalystEvents<schema>,
  { heartbeatMs = 15_000, clock = systemClock }: EncodeEventsOptions = {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`)
  const inShort = createShortener()
  const iterator = run[Symbol.asyncIterator]()
  let next: Promise<IteratorResult<AnalystEvent<schema>>> | undefined
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      next ??= iterator.next()
      try {
        const result = await orSilence(next, heartbeatMs, clock)
        if (result === undefined) return controller.enqueue(encoder.encode('\n'))
        next = undefined
        if (result.done) controller.close()
        else controller.enqueue(line(inShort(result.value)))
      } catch (error) {
        controller.enqueue(line({ type: 'error', error: tellable(error) }))
        controller.close()
      }
    },
    cancel() {
      run.cancel?.()
      // What it waits for may never come; nobody does any more.
      iterator.return?.()?.catch(() => {})
    },
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}

/** Gives what has changed of a body since it was last told, in place of the body: a report would be sent once for each of its parts. */
function createShortener() {
  let told: unknown
  return (event: AnalystEvent): unknown => {
    if (event.type === 'reset') told = undefined
    if (event.type !== 'partial') return event
    const before = told
    // As it arrives, and a copy: whose run it is may go on writing in what it gave.
    told = JSON.parse(JSON.stringify(event.body))
    const changes = before && changesOf(before, told)
    return changes === undefined ? event : { type: 'delta', changes }
  }
}

/** What comes, or `undefined` after a time without. */
function orSilence<value>(work: Promise<value>, ms: number, clock: Clock): Promise<value | undefined> {
  return new Promise((resolve, reject) => {
    const stop = clock.schedule(ms, () => resolve(undefined))
    work.then(resolve, reject).finally(stop)
  })
}

/** Errors of ours are made to be shown; of others it is not known what they give away. */
function tellable(error: unknown): StarkMatterError {
  return StarkMatterError.is(error) ? error : new UpstreamError('The report failed on its server.')
}
