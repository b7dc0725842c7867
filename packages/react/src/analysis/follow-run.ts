import { UpstreamError } from '@starkmatter/core'
import type { AnalystEvent, AnalystEvents, AnalystResult, ReportSchema } from '@starkmatter/core/ai'

/**
 * Reads a run to its end, telling each event. When the signal is aborted the run is cancelled, and not waited for.
 *
 * @throws {UpstreamError} the events end without a report
 */
export async function followRun<schema extends ReportSchema>(
  run: AnalystEvents<schema>,
  signal: AbortSignal,
  onEvent: (event: AnalystEvent<schema>) => void,
): Promise<AnalystResult<schema>> {
  const iterator = run[Symbol.asyncIterator]()
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    for (;;) {
      const { done, value } = await Promise.race([aborted, iterator.next()])
      if (done) throw new UpstreamError('The analyst ended without a report. Ask again.')
      onEvent(value)
      if (value.type === 'final') return value
    }
  } finally {
    if (signal.aborted) run.cancel?.()
    iterator.return?.()?.catch(() => {})
  }
}
