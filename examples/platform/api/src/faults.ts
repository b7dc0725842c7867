import type { FaultListener, Faults } from '@starkmatter/server'
import { openSentry } from '@starkmatter/server'
import type { Config } from './config.ts'
import type { PlatformLog } from './log.ts'

export type PlatformFaults = {
  /** An error of one request: the platform goes on. */
  onFault: FaultListener
  /** An error after which nothing can be relied on. */
  onCrash(error: unknown): void
  /** Waits until what was told is out, for `deadlineMs` at the longest. */
  close(deadlineMs: number): Promise<void>
}

/**
 * Tells faults to the log, and to Sentry where `SENTRY_DSN` is set.
 *
 * @throws {BadRequestError} the address of Sentry is none
 */
export async function openFaults(config: Config, log: PlatformLog): Promise<PlatformFaults> {
  const { SENTRY_DSN: dsn, STARKMATTER_REVISION: release } = config
  const sentry: Faults | undefined =
    dsn === undefined ? undefined : await openSentry({ dsn, release, scrubValue: log.scrubValue })
  return {
    onFault(error, facts) {
      log.pino.error({ err: error, starkmatter: facts }, 'A request failed')
      sentry?.report(error, facts)
    },
    onCrash(error) {
      log.pino.fatal({ err: error }, 'An error that nobody expected: the platform ends')
      sentry?.report(error, { crash: 'true' })
    },
    async close(deadlineMs) {
      await sentry?.close(deadlineMs)
    },
  }
}
