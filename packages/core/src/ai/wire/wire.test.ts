import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { RateLimitError } from '../../errors/index.ts'
import type { AnalystEvent } from '../analyst/analystEvent.ts'
import { collect, honest, makeAnalyst } from '../analyst/test/fixtures.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import { decodeEvents } from './decodeEvents.ts'
import { type AnalystEvents, encodeEvents } from './encodeEvents.ts'
import { fetchReport } from './fetchReport.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}/reports`
}

/** A server that writes the events of a run into its answer. */
const serveRun = (run: () => AnalystEvents) =>
  serve(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    const reader = encodeEvents(run()).getReader()
    response.on('close', () => void reader.cancel())
    for (let next = await reader.read(); !next.done; next = await reader.read()) response.write(next.value)
    response.end()
  })

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

/** A run of the events that are given, one after the other. */
const runOf = (...events: AnalystEvent[]): AnalystEvents => ({
  async *[Symbol.asyncIterator]() {
    yield* events
  },
})

const text = (...lines: string[]) => new Blob(lines).stream()
const status = { type: 'status', status: 'checking' } satisfies AnalystEvent
const spent = { usd: 0, inputTokens: 0, outputTokens: 0, toolCalls: 0 }

const final = {
  type: 'final',
  report: {
    format: 1,
    id: 'rp_1',
    kind: 'technical',
    subjects: ['equity:AAPL'],
    asOf: '2026-06-15T15:00:00.000Z',
    locale: 'de',
    status: 'abstained',
    body: null,
    missing: [],
    disclaimer: { version: 1, text: 'Kein Rat – prüfen Sie selbst. 📈' },
  },
  evidence: [],
  spent,
  fromCache: false,
} satisfies AnalystEvent

/** Events that come when they are let; `isCancelled` tells whether the run was. */
function heldRun(...events: AnalystEvent[]) {
  let isCancelled = false
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const run: AnalystEvents = {
    cancel() {
      isCancelled = true
      release()
    },
    async *[Symbol.asyncIterator]() {
      yield* events
      await held
    },
  }
  return { run, isCancelled: () => isCancelled }
}

describe('a report over HTTP', () => {
  test('is the report of the run, event for event, and verifies where it arrives', async () => {
    const { analyst } = makeAnalyst(honest)
    const run = analyst.report(technicalReport, { symbol: 'AAPL' })
    const url = await serveRun(() => run)
    const events = await collect(fetchReport<typeof technicalReport>(url, { input: {} }))
    expect(events).toEqual(JSON.parse(JSON.stringify(await collect(run))))
    const last = events.at(-1)
    if (last?.type !== 'final') throw new Error('There is no final event.')
    expect(last.report.status).toBe('complete')
    expect(verifyReport(last.report, last.evidence)).toMatchObject({ ok: true, violations: [] })
  })

  test('carries its input there as JSON', async () => {
    const bodies: string[] = []
    const url = await serve(async (request, response) => {
      let body = ''
      for await (const piece of request) body += piece
      bodies.push(`${request.method} ${request.headers.authorization} ${body}`)
      response.end()
    })
    const input = { symbol: 'AAPL' }
    await collect(fetchReport(url, { input, headers: { authorization: 'Bearer of-the-page' } })).catch(
      () => {},
    )
    expect(bodies).toEqual([`POST Bearer of-the-page ${JSON.stringify(input)}`])
  })

  test('that fails is the error that it was there, with what it knows', async () => {
    const url = await serveRun(() => ({
      async *[Symbol.asyncIterator]() {
        yield status
        throw new RateLimitError('Too many calls.', { provider: 'anthropic', retryAfterMs: 7_000 })
      },
    }))
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const event of fetchReport(url, { input: {} })) seen.push(event)
    })()
    await expect(reading).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      provider: 'anthropic',
      retryAfterMs: 7_000,
      message: 'Too many calls.',
    })
    expect(seen).toEqual([status])
  })

  test('does not give away what a foreign error says', async () => {
    const url = await serveRun(() => ({
      async *[Symbol.asyncIterator]() {
        yield status
        throw new Error('postgres://user:secret@host')
      },
    }))
    const error = await collect(fetchReport(url, { input: {} })).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'UPSTREAM' })
    expect(String(error)).not.toContain('secret')
  })

  test('is cancelled on its server when the reader leaves', async () => {
    const { run, isCancelled } = heldRun(status)
    const url = await serveRun(() => run)
    for await (const _event of fetchReport(url, { input: {} })) break
    await expect.poll(isCancelled, { timeout: 5_000 }).toBe(true)
  })

  test('is cancelled on its server when the signal is aborted, and ends in ABORTED here', async () => {
    const { run, isCancelled } = heldRun(status)
    const url = await serveRun(() => run)
    const controller = new AbortController()
    const reading = fetchReport(url, { input: {}, signal: controller.signal })
    expect((await reading.next()).value).toEqual(status)
    controller.abort()
    await expect(reading.next()).rejects.toMatchObject({ code: 'ABORTED' })
    await expect.poll(isCancelled, { timeout: 5_000 }).toBe(true)
  })

  test('whose connection breaks is a NETWORK error, never a short report', async () => {
    const url = await serve((_request, response) => {
      response.write(`${JSON.stringify(status)}\n`, () => setTimeout(() => response.destroy(), 50))
    })
    await expect(collect(fetchReport(url, { input: {} }))).rejects.toMatchObject({ code: 'NETWORK' })
  })

  test.each([
    [
      429,
      JSON.stringify({ error: { code: 'QUOTA_EXHAUSTED', message: 'Come again tomorrow.' } }),
      'QUOTA_EXHAUSTED',
    ],
    [401, 'no', 'INVALID_KEY'],
    [502, '<html>', 'UPSTREAM'],
  ])('that is refused with HTTP %i is a typed error', async (code, body, expected) => {
    const url = await serve((_request, response) => response.writeHead(code).end(body))
    await expect(collect(fetchReport(url, { input: {} }))).rejects.toMatchObject({ code: expected })
  })

  test('of a path, outside a page, is a BAD_REQUEST that names "url"', async () => {
    await expect(collect(fetchReport('/reports', { input: {} }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'url',
      retryable: false,
    })
  })

  test('that nobody serves is a NETWORK error', async () => {
    const gone = await serve(() => undefined)
    for (const close of closers.splice(0)) await close()
    await expect(collect(fetchReport(gone, { input: {} }))).rejects.toMatchObject({ code: 'NETWORK' })
  })
})

describe('a body that grows', () => {
  const body = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  const bodies = fc.array(fc.option(body), { maxLength: 8 })

  test('arrives whole each time, whatever changes in it, and as it was when it was told', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (course) => {
        const events = course.map(
          (known): AnalystEvent =>
            known ? { type: 'partial', body: known } : { type: 'reset', reason: 'repair' },
        )
        const arrived = await collect(decodeEvents(encodeEvents(runOf(...events, final))))
        expect(arrived).toEqual(JSON.parse(JSON.stringify([...events, final])))
      }),
      { numRuns: 300 },
    )
  })

  test('is told as it is, also by a run that goes on writing in what it gave', async () => {
    const written: { trend: string[] } = { trend: [] }
    const run: AnalystEvents = {
      async *[Symbol.asyncIterator]() {
        for (const claim of ['one', 'two', 'three']) {
          written.trend.push(claim)
          yield { type: 'partial', body: written }
        }
        yield final
      },
    }
    const lengths: unknown[] = []
    for await (const event of decodeEvents<typeof technicalReport>(encodeEvents(run)))
      if (event.type === 'partial') lengths.push(event.body.trend?.length)
    expect(lengths).toEqual([1, 2, 3])
  })

  test('is not changed in the hands of who was told of it', async () => {
    const events = [1, 2].map(
      (length): AnalystEvent => ({
        type: 'partial',
        body: { trend: Array.from({ length }, (_, place) => place), risks: [{}] },
      }),
    )
    const [first, second] = await collect(decodeEvents(encodeEvents(runOf(...events, final))))
    expect([first, second]).toEqual(events)
  })

  test('weighs on the wire what is in it, not what is in it times its parts', async () => {
    const weigh = async (parts: number) => {
      const claim = { text: 'The shares closed at {0}.', slots: [{ ref: 'ev_1', path: 'close' }] }
      const events = Array.from(
        { length: parts },
        (_, part): AnalystEvent => ({
          type: 'partial',
          body: { trend: Array.from({ length: part + 1 }, () => claim) },
        }),
      )
      return (await new Response(encodeEvents(runOf(...events, final))).text()).length
    }
    expect((await weigh(500)) / (await weigh(50))).toBeLessThan(11)

    const run = makeAnalyst(honest).analyst.report(technicalReport, { symbol: 'AAPL' })
    const lines = (await new Response(encodeEvents(run)).text()).split('\n')
    const told = lines.filter((line) => /^\{"type":"(partial|delta)"/.test(line))
    expect(told.length).toBeGreaterThan(5)
    expect(told.join('').length).toBeLessThan(2 * JSON.stringify((await run.result).report.body).length)
  })

  const begun = '{"type":"partial","body":{"trend":[1],"view":{"stance":"bullish"}}}\n'
  test.each([
    ['of nothing', '', '{"view":1}'],
    ['after a reset', `${begun}{"type":"reset","reason":"repair"}\n`, '{"view":1}'],
    ['that are no changes', begun, '7'],
    ['that make a list of it', begun, '[1]'],
    ['that are not there', begun, 'null'],
    [
      'deeper than can be walked',
      `{"type":"partial","body":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}\n`,
      `${'{"a":'.repeat(50_000)}2${'}'.repeat(50_000)}`,
    ],
  ])('by changes %s is refused', async (_what, before, changes) => {
    const sent = text(before, `{"type":"delta","changes":${changes}}\n`)
    await expect(collect(decodeEvents(sent))).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  test.each(['{"trend":{"4000000000":2}}', '{"trend":{"length":4000000000}}', '{"trend":{"-1":2,"a":3}}'])(
    'has no holes by the changes %s',
    async (changes) => {
      const events = decodeEvents<typeof technicalReport>(
        text(begun, `{"type":"delta","changes":${changes}}\n`),
      )
      await events.next()
      const { value } = await events.next()
      if (value?.type !== 'partial') throw new Error('There is no body.')
      expect(value.body.trend?.length).toBeLessThan(4)
    },
  )

  test('gives nothing another prototype, whatever a member is called', async () => {
    const changes = '{"__proto__":{"stance":1},"view":{"__proto__":{"stance":1}},"constructor":{"stance":1}}'
    const events = decodeEvents(text(begun, `{"type":"delta","changes":${changes}}\n`))
    await events.next()
    const { value } = await events.next()
    if (value?.type !== 'partial') throw new Error('There is no body.')
    expect(Object.keys(value.body)).toContain('__proto__')
    expect(Object.getPrototypeOf(value.body)).toBe(Object.prototype)
    expect(Reflect.get({}, 'stance')).toBeUndefined()
  })

  test('of changes without end is refused once they are as long as a line may be', async () => {
    let sentBytes = 0
    const line = new TextEncoder().encode(`{"type":"delta","changes":{"view":"${'x'.repeat(950)}"}}\n`)
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(begun)),
      pull(controller) {
        sentBytes += line.length
        controller.enqueue(line)
      },
    })
    await expect(collect(decodeEvents(endless, { maxLineLength: 20_000 }))).rejects.toMatchObject({
      code: 'VALIDATION',
    })
    expect(sentBytes).toBeLessThan(25_000)
  })
})

describe('lines', () => {
  const sent = [status, { type: 'usage', spent } satisfies AnalystEvent, final]
  const bytes = new TextEncoder().encode(sent.map((event) => `${JSON.stringify(event)}\r\n\n`).join(''))

  test('may be cut anywhere, within a letter too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }),
        async (cuts) => {
          const places = [0, ...cuts.sort((a, b) => a - b), bytes.length]
          const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end))
          expect(await collect(decodeEvents(streamOf(pieces)))).toEqual(sent)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('end where any byte is missing in an error, never in a report', async () => {
    const whole = new TextEncoder().encode(JSON.stringify(final))
    for (let length = 0; length < whole.length; length += 7)
      await expect(collect(decodeEvents(streamOf([whole.slice(0, length)])))).rejects.toMatchObject({
        code: length === 0 ? 'NETWORK' : 'VALIDATION',
      })
  })

  test('are bounded: one that does not end is refused before it fills the memory', async () => {
    let sentBytes = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 1_000
        controller.enqueue(new Uint8Array(1_000).fill(0x61))
      },
    })
    const reading = collect(decodeEvents(endless, { maxLineLength: 20_000 }))
    await expect(reading).rejects.toMatchObject({ code: 'VALIDATION' })
    expect(sentBytes).toBeLessThan(25_000)
  })

  test.each([
    ['no JSON', 'hello'],
    ['no object', '[1]'],
    ['a status that is none', '{"type":"status"}'],
    ['a partial without a body', '{"type":"partial","body":7}'],
    ['a final without a report', '{"type":"final","report":{},"evidence":[],"fromCache":false}'],
    ['an abstained report with a body', JSON.stringify({ ...final, report: { ...final.report, body: {} } })],
    ['costs that are no numbers', '{"type":"usage","spent":{"usd":"1"}}'],
  ])('of %s are refused', async (_what, line) => {
    await expect(collect(decodeEvents(text(`${line}\n`)))).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  test('of kinds yet to come are passed over', async () => {
    const events = await collect(decodeEvents(text('{"type":"mood","value":1}\n', JSON.stringify(final))))
    expect(events).toEqual([final])
  })

  test('without a word are a heartbeat, and silence without one is a TIMEOUT', async () => {
    const { run, isCancelled } = heldRun(status)
    const beating = decodeEvents(encodeEvents(run, { heartbeatMs: 10 }), { silenceMs: 2_000 })
    expect(await beating.next()).toEqual({ done: false, value: status })
    const none = Symbol('none')
    const later = new Promise((resolve) => setTimeout(() => resolve(none), 100))
    const waiting = beating.next()
    waiting.catch(() => {})
    expect(await Promise.race([waiting, later])).toBe(none)

    const silent = decodeEvents(new ReadableStream(), { silenceMs: 20 })
    await expect(silent.next()).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect(isCancelled()).toBe(false)
  })
})
