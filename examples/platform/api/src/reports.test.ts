import { createClient } from '@starkmatter/core'
import {
  type Analyst,
  createAnalyst,
  fetchReport,
  scripted,
  type technicalReport,
} from '@starkmatter/core/ai'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { createDailyAllowance } from './daily-allowance.ts'
import { serveReports } from './reports.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).flatMap((app) => (app.server.listening ? app.close() : [])))
})

async function serve(analyst?: Analyst, forceCloseConnections: true | 'idle' = true, usdPerDay = 5) {
  const app = fastify({ forceCloseConnections })
  apps.push(app)
  serveReports(app, analyst && Promise.resolve(analyst), createDailyAllowance(usdPerDay))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = (input: unknown, signal?: AbortSignal) =>
    fetchReport<typeof technicalReport>(`${url}/reports/technical`, { input, signal })
  return { app, url, ask }
}

const client = createClient({ providers: [synthetic()] })
const nothing = {
  view: null,
  summary: [],
  trend: [],
  momentum: [],
  volatility: [],
  volume: [],
  levels: [],
  risks: [],
}

test('a report comes as the events of its run, from its beginning to its end', async () => {
  const { url, ask } = await serve(createAnalyst({ llm: scripted(() => ({ json: nothing })), client }))
  const types: string[] = []
  for await (const event of ask({ symbol: 'AAPL' }))
    types.push(event.type === 'final' ? event.report.status : event.type)
  expect([types[0], types.at(-1)]).toEqual(['status', 'abstained'])
  expect(await (await fetch(`${url}/reports`)).json()).toEqual({ available: true, reason: null })
})

test('without a key it is said what to set, before anything is asked', async () => {
  const { url, ask } = await serve()
  const { available, reason } = await (await fetch(`${url}/reports`)).json()
  expect([available, reason]).toEqual([false, expect.stringContaining('ANTHROPIC_API_KEY')])
  await expect(ask({ symbol: 'AAPL' }).next()).rejects.toMatchObject({ code: 'UNSUPPORTED', message: reason })
})

test.each([[{}], [{ symbol: '' }], [{ symbol: 'A'.repeat(65) }], [{ symbol: 'AAPL', model: 'dear' }]])(
  '%j is refused before a token is spent',
  async (input) => {
    const llm = scripted([])
    const { ask } = await serve(createAnalyst({ llm, client }))
    await expect(ask(input).next()).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(llm.requests).toHaveLength(0)
  },
)

test('an unknown symbol is the error that the analyst has for it', async () => {
  const { ask } = await serve(createAnalyst({ llm: scripted([]), client }))
  const reading = (async () => {
    for await (const _event of ask({ symbol: 'NOPE' }));
  })()
  await expect(reading).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
})

/** An analyst whose model never answers; tells when its call was given up. */
function silent() {
  let isGivenUp = false
  const llm = scripted(() => ({ fault: { kind: 'silence' } }))
  const analyst = createAnalyst({
    llm: {
      ...llm,
      stream(request, options) {
        options?.signal?.addEventListener('abort', () => {
          isGivenUp = true
        })
        return llm.stream(request, options)
      },
    },
    client,
  })
  return { analyst, isGivenUp: () => isGivenUp }
}

test('a reader who hangs up ends the run, and so does the end of the server', async () => {
  const first = silent()
  const { ask } = await serve(first.analyst)
  const reader = new AbortController()
  const reading = ask({ symbol: 'AAPL' }, reader.signal)
  await reading.next()
  await new Promise((resolve) => setTimeout(resolve, 200))
  reader.abort()
  await expect.poll(first.isGivenUp, { timeout: 10_000 }).toBe(true)

  const second = silent()
  const { app, ask: askAgain } = await serve(second.analyst, 'idle')
  const left = askAgain({ symbol: 'AAPL' })
  await left.next()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await app.close()
  await expect.poll(second.isGivenUp, { timeout: 10_000 }).toBe(true)
  await expect(
    (async () => {
      for await (const _event of left);
    })(),
  ).rejects.toMatchObject({ code: 'ABORTED' })
})

test('a fifth report at once is refused, and may be written when one of the four is done', async () => {
  const { analyst } = silent()
  const { ask } = await serve(analyst)
  const readers = Array.from({ length: 4 }, () => new AbortController())
  await Promise.all(readers.map(({ signal }) => ask({ symbol: 'AAPL' }, signal).next()))
  await expect(ask({ symbol: 'AAPL' }).next()).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  readers[0]?.abort()
  const last = new AbortController()
  await expect
    .poll(
      () =>
        ask({ symbol: 'AAPL' }, last.signal)
          .next()
          .then(
            () => 'begun',
            () => 'refused',
          ),
      { timeout: 10_000 },
    )
    .toBe('begun')
  for (const reader of [...readers, last]) reader.abort()
})

test('when the day has no money left for a whole report none is begun; what one did not spend is free again', async () => {
  let isSilent = false
  const llm = scripted(() => (isSilent ? { fault: { kind: 'silence' } } : { json: nothing }))
  const { ask } = await serve(createAnalyst({ llm, client }), true, 0.6)
  const read = async (symbol: string) => {
    for await (const event of ask({ symbol })) if (event.type === 'final') return event.spent.usd
    return undefined
  }
  // 0.5 are held for each: of what is known to cost little, or nothing, there may be many.
  for (let n = 0; n < 3; n++) {
    expect(await read('AAPL')).toBeLessThan(0.02)
    await expect(read('NOPE')).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  }
  isSilent = true
  const reader = new AbortController()
  const under = ask({ symbol: 'MSFT' }, reader.signal)
  await under.next()
  const refused = { code: 'QUOTA_EXHAUSTED', message: expect.stringContaining('REPORTS_USD_PER_DAY') }
  await expect(ask({ symbol: 'IBM' }).next()).rejects.toMatchObject(refused)
  // Nobody knows what the lost call cost.
  while ((await under.next()).value?.type !== 'status');
  reader.abort()
  await expect(ask({ symbol: 'IBM' }).next()).rejects.toMatchObject(refused)
})
