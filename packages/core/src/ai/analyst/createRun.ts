import { AbortedError } from '../../errors/index.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import type { AnalystEvent, AnalystResult } from './analystEvent.ts'

/**
 * A report under way. It runs whether or not its events are read; each reader gets all of them from the start.
 * Where the run fails, the result and every reader throw the same error.
 */
export type AnalystRun<schema extends ReportSchema = ReportSchema> = AsyncIterable<AnalystEvent<schema>> & {
  readonly result: Promise<AnalystResult<schema>>
  /** Ends the run with ABORTED. What was spent stays spent. */
  cancel(): void
}

/** Work of a run: it tells events, and ends early when it is cancelled. */
export type RunWork<schema extends ReportSchema> = (
  emit: (event: AnalystEvent<schema>) => void,
  cancelled: AbortSignal,
) => Promise<AnalystResult<schema>>

/** Starts work that tells events and ends in a result. */
export function createRun<schema extends ReportSchema>(work: RunWork<schema>): AnalystRun<schema> {
  const events: AnalystEvent<schema>[] = []
  const controller = new AbortController()
  let ended = false
  let wake = () => {}
  let changed = new Promise<void>((resolve) => {
    wake = resolve
  })
  const announce = () => {
    wake()
    changed = new Promise((resolve) => {
      wake = resolve
    })
  }
  const emit = (event: AnalystEvent<schema>) => {
    if (ended) return
    events.push(event)
    announce()
  }
  // Begins after the caller has the run in hand.
  const result = Promise.resolve()
    .then(() => work(emit, controller.signal))
    .then((finished) => {
      emit({ type: 'final', ...finished })
      return finished
    })
    .finally(() => {
      ended = true
      announce()
    })
  // Who only reads the events gets the error there.
  result.catch(() => {})

  return {
    result,
    cancel: () => controller.abort(new AbortedError('The run was cancelled.')),
    async *[Symbol.asyncIterator]() {
      for (let next = 0; ; ) {
        const event = events[next]
        if (event) {
          next++
          yield event
        } else if (ended) {
          await result
          return
        } else await changed
      }
    },
  }
}
