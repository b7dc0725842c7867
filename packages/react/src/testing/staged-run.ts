import type { AnalystEvent, AnalystEvents, AnalystResult, technicalReport } from '@starkmatter/core/ai'

type Technical = typeof technicalReport

/** A run for tests that tells what it is handed, when it is handed it. */
export function stagedRun() {
  const events: AnalystEvent<Technical>[] = []
  let wake = () => {}
  let failure: Error | undefined
  let isOver = false
  let isCancelled = false
  const run: AnalystEvents<Technical> = {
    cancel() {
      isCancelled = true
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const event = events.shift()
        if (event) yield event
        else if (failure) throw failure
        else if (isOver) return
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
  const then = (change: () => void) => {
    change()
    wake()
  }
  return {
    run,
    tell: (...told: AnalystEvent<Technical>[]) => then(() => events.push(...told)),
    fail: (error: Error) => then(() => (failure = error)),
    end: () => then(() => (isOver = true)),
    get isCancelled() {
      return isCancelled
    },
  }
}

export const spent = { usd: 0.02, inputTokens: 900, outputTokens: 200, toolCalls: 1 }

/** How a run ends that found nothing to say. */
export function abstained(id = 'rp_none'): AnalystResult<Technical> {
  return {
    report: {
      format: 1,
      id,
      kind: 'technical',
      subjects: ['equity:AAPL'],
      asOf: '2026-06-15T15:00:00.000Z',
      locale: 'en',
      status: 'abstained',
      body: null,
      missing: [],
      disclaimer: { version: 1, text: 'Not advice.' },
    },
    evidence: [],
    spent,
    fromCache: false,
  }
}
