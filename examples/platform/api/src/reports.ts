import {
  BadRequestError,
  QuotaExhaustedError,
  RateLimitError,
  type StarkMatterError,
  UnsupportedError,
} from '@starkmatter/core'
import { type Analyst, type AnalystEvent, encodeEvents, technicalReport } from '@starkmatter/core/ai'
import { admit, type Identity } from '@starkmatter/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { DailyAllowance } from './daily-allowance.ts'

const input = z.strictObject({ symbol: z.string().trim().min(1).max(64) })

/** Runs at once, over all readers: each may spend its whole budget. */
const mostRunning = 4

/** The most that one report may cost. */
const usdPerReport = 0.5

/** What the page shows where there is no analyst. */
const withoutKey =
  'There is no analyst: set ANTHROPIC_API_KEY in the server’s environment and start it again. Reports then cost money.'

/**
 * Technical reports at `POST /reports/technical`, as the events of their runs; `GET /reports` tells whether there is an
 * analyst. The model's key stays here. A run ends when its reader hangs up, and when the server closes; so many run at once, and
 * no more, and together they spend no more in a day than they are allowed.
 */
export function serveReports(
  app: FastifyInstance,
  analyst: Promise<Analyst> | undefined,
  allowance: DailyAllowance,
  identity?: Identity,
): void {
  const onRequest = async ({ headers }: FastifyRequest) => {
    await admit(identity, 'user', headers.authorization)
  }
  const running = new Set<AbortController>()
  app.addHook('preClose', async () => {
    for (const run of running) run.abort()
  })

  app.get('/reports', { onRequest }, async () => ({
    available: analyst !== undefined,
    reason: analyst ? null : withoutKey,
  }))

  app.post('/reports/technical', { onRequest }, async ({ body }, reply) => {
    const read = input.safeParse(body)
    if (!read.success) {
      const error = new BadRequestError('Name one symbol: { "symbol": "AAPL" }.', { parameter: 'symbol' })
      return reply.code(400).send(answerOf(error))
    }
    if (!analyst) return reply.code(501).send(answerOf(new UnsupportedError(withoutKey)))
    const open = await analyst
    if (running.size >= mostRunning) {
      const message = `${mostRunning} reports are being written, and each costs money: ask again when one is done.`
      return reply.code(429).send(answerOf(new RateLimitError(message, { provider: 'reports' })))
    }
    const hold = allowance.hold(usdPerReport)
    if (!hold) {
      const resetsAt = allowance.resetsAt()
      const message = `What reports may cost today is spent. Ask again after ${new Date(resetsAt).toISOString()}, or raise REPORTS_USD_PER_DAY.`
      return reply
        .code(429)
        .send(answerOf(new QuotaExhaustedError(message, { provider: 'reports', resetsAt })))
    }
    const run = new AbortController()
    let isModelAsked = false
    running.add(run)
    reply.raw.on('close', () => {
      running.delete(run)
      run.abort()
      // One that ended early later on may have cost all that was held for it: what a lost call comes to is never told here.
      if (!isModelAsked) hold.settle(0)
    })
    const report = open.report(technicalReport, read.data, {
      signal: run.signal,
      budget: { usd: usdPerReport },
    })
    const events = heard(report, (event) => {
      if (event.type !== 'status' || event.status !== 'checking') isModelAsked = true
      if (event.type === 'final') hold.settle(event.spent.usd)
    })
    const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
    return reply.send(new Response(encodeEvents(events), { headers }))
  })
}

/** The events of a run, each told to `listen` on its way. */
async function* heard(
  events: AsyncIterable<AnalystEvent<typeof technicalReport>>,
  listen: (event: AnalystEvent<typeof technicalReport>) => void,
) {
  for await (const event of events) {
    listen(event)
    yield event
  }
}

function answerOf(error: StarkMatterError) {
  return { error }
}
