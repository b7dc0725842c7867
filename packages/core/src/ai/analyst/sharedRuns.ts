import { untilAborted } from '../../http/deadline.ts'
import type { Spent } from '../budget/createBudget.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import type { AnalystEvent, AnalystResult } from './analystEvent.ts'
import { type AnalystRun, createRun, type RunWork } from './createRun.ts'

export const nothingSpent: Spent = { usd: 0, inputTokens: 0, outputTokens: 0, toolCalls: 0 }

/** Work under way, and who waits for it, the first to come first. */
type SharedRun = { run: AnalystRun; waiting: Set<object>; payer: object | undefined }

/**
 * Does work once for all who ask for the same at the same time.
 *
 * Each has all events, and may leave without ending it for the others; when the last one has left, the work is cancelled. It
 * is charged once, to the first who is still there at its end; for the others it is free, like an answer from the cache.
 */
export function createSharedRuns() {
  const underWay = new Map<string, SharedRun>()

  function begin<schema extends ReportSchema>(key: string, work: RunWork<schema>): SharedRun {
    const shared = { run: createRun(work), waiting: new Set<object>(), payer: undefined }
    underWay.set(key, shared)
    shared.run.result.catch(() => {}).finally(() => forget(key, shared))
    return shared
  }

  function forget(key: string, shared: SharedRun): void {
    if (underWay.get(key) === shared) underWay.delete(key)
  }

  return {
    /**
     * @param key - Of everything that the work follows from, its deadline too.
     * @throws {StarkMatterError} what the work fails with, or ABORTED, where `left` says so
     */
    async join<schema extends ReportSchema>(
      key: string,
      work: RunWork<schema>,
      emit: (event: AnalystEvent<schema>) => void,
      left: AbortSignal,
    ): Promise<AnalystResult<schema>> {
      const shared = underWay.get(key) ?? begin(key, work)
      const self = {}
      shared.waiting.add(self)
      try {
        // The schema is a part of the key, which the type system cannot follow.
        const events = (shared.run as AnalystRun<schema>)[Symbol.asyncIterator]()
        for (;;) {
          const { value: event, done } = await untilAborted(events.next(), left)
          if (done) return await (shared.run as AnalystRun<schema>).result
          const [first] = shared.waiting
          if (event.type === 'final') {
            shared.payer ??= first
            const { type: _, ...result } = event
            return shared.payer === self ? result : { ...result, spent: nothingSpent, fromCache: true }
          }
          if (event.type !== 'usage' || first === self) emit(event)
        }
      } finally {
        shared.waiting.delete(self)
        if (shared.waiting.size === 0) {
          forget(key, shared)
          shared.run.cancel()
        }
      }
    },
  }
}
