import { type Clock, type Logger, systemClock } from '@starkmatter/core'
import type { FastifyInstance } from 'fastify'
import type { Route } from '../gateway/route.ts'
import type { Services } from '../gateway/services.ts'
import type { PaperOptions } from './paper-options.ts'
import type { PaperContext } from './paper-service.ts'
import { paperRoutes } from './routes/paper-routes.ts'
import { createPaperRunner, type PaperRunner } from './runner/paper-runner.ts'
import { createTradingHours } from './runner/trading-hours.ts'

/** Paper trading of a gateway. */
export interface Paper {
  /** @throws {TimeoutError} the database or the providers are not there in time */
  ready(): Promise<PaperContext>
  close(): void
}

const retryMs = 2_000

/** Paper trading for as long as an application runs; its routes. */
export function servePaper(
  app: FastifyInstance,
  services: Services,
  options: PaperOptions,
  { clock = systemClock, logger }: { clock?: Clock | undefined; logger?: Logger | undefined },
): Route[] {
  const paper = createPaper(services, options, clock, logger)
  // Before the server waits for its connections: who waits for a change is answered.
  app.addHook('preClose', async () => paper.close())
  return paperRoutes(paper)
}

/** Begins as soon as the store and the client are there: orders of an earlier process wait for their quotes. */
function createPaper(
  services: Services,
  options: PaperOptions,
  clock: Clock,
  logger: Logger | undefined,
): Paper {
  let runner: PaperRunner | undefined
  let context: Promise<PaperContext> | undefined
  let isClosed = false
  let cancelRetry = () => {}

  async function start(): Promise<PaperContext> {
    const bars = await services.ready()
    const { client, store } = bars
    const hours = createTradingHours(clock)
    const { markEveryMs = 300_000 } = options
    runner = createPaperRunner({ client, store: store.paper, hours, clock, logger, markEveryMs })
    if (isClosed) runner.close()
    return { bars, store: store.paper, runner, hours, clock, options }
  }

  function ready(): Promise<PaperContext> {
    context ??= start().catch((error: unknown) => {
      context = undefined
      throw error
    })
    return context
  }

  function begin(): void {
    ready().catch(() => {
      if (!isClosed) cancelRetry = clock.schedule(retryMs, begin)
    })
  }
  begin()

  return {
    ready,
    close() {
      isClosed = true
      cancelRetry()
      runner?.close()
    },
  }
}
