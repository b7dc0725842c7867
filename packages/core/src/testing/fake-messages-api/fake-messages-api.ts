import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { checkHeaders, maskedHeaders } from './check-headers.ts'
import type { FakeFailure, FakeUsage } from './reply.ts'
import {
  createResponder,
  type Exchange,
  type FakeApiRequest,
  type FakeMessagesApiOptions,
} from './respond.ts'

export type FakeMessagesApi = {
  /** `http://127.0.0.1:port`, for the `baseURL` of a client. */
  url: string
  /** Everything that was asked, in order. */
  requests: readonly FakeApiRequest[]
  /** All usage that was told to clients, by streams that broke off too: what a bill would say. */
  billed: Readonly<FakeUsage>
  /** Refuses from now on, or only the next `times` requests, or only those whose path matches. */
  fail(failure: FakeFailure, options?: { times?: number | undefined; path?: RegExp | undefined }): void
  /** Works again. */
  heal(): void
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

type Plan = { failure: FakeFailure; left: number; path: RegExp | undefined }

/**
 * The Messages API of Claude for tests: a real HTTP server on 127.0.0.1 to which the real SDK speaks. It answers as the
 * script says, whole or streamed, counts tokens, keeps a prompt cache and batches, knows models, refuses what the API would
 * refuse, and fails in every way it is told to. Node only.
 *
 * @example
 * await using api = await createFakeMessagesApi({
 *   replies: [{ toolCalls: [{ name: 'quote', input: { symbol: 'AAPL' } }] }, { status: 529 }, 'All is well.'],
 * })
 * const llm = anthropic({ apiKey: 'sk-test', baseURL: api.url })
 */
export async function createFakeMessagesApi(options: FakeMessagesApiOptions = {}): Promise<FakeMessagesApi> {
  const requests: FakeApiRequest[] = []
  let plans: Plan[] = []
  let url = ''
  const { respond, refuse, billed } = createResponder(options, () => url)

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const number = requests.length + 1
    const requestId = `req_${number}`
    const address = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const seen: Exchange['seen'] = {
      method: incoming.method ?? 'GET',
      path: address.pathname,
      headers: maskedHeaders(incoming),
      body: undefined,
      status: 0,
      events: [],
      state: 'open',
    }
    requests.push(seen)
    outgoing.on('close', () => {
      seen.state = outgoing.writableFinished ? 'answered' : 'broken'
    })
    outgoing.setHeader('request-id', requestId)
    const exchange = { seen, outgoing, url: address, requestId }
    const text = await readBody(incoming)
    try {
      seen.body = text === '' ? undefined : JSON.parse(text)
    } catch {
      return refuse(exchange, { status: 400, message: 'The request body is not valid JSON' })
    }
    const plan = plans.find((one) => one.left > 0 && (one.path?.test(seen.path) ?? true))
    if (plan) {
      plan.left -= 1
      return refuse(exchange, plan.failure)
    }
    const refusal = checkHeaders(incoming, options.apiKey)
    if (refusal) return refuse(exchange, refusal)
    await respond(exchange)
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      if (outgoing.destroyed) return
      if (!outgoing.headersSent) outgoing.writeHead(599)
      outgoing.end(`The fake API itself failed: ${error}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })

  return {
    url,
    requests,
    billed,
    fail(failure, { times = Number.POSITIVE_INFINITY, path } = {}) {
      plans.push({ failure, left: times, path })
    },
    heal() {
      plans = []
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
