import type { ServerResponse } from 'node:http'
import { errorBody } from './api-error.ts'
import { type BatchItem, type BatchOrder, createBatches, readBatch } from './batches.ts'
import { checkRequest, type FakeMessagesRequest } from './check-request.ts'
import { messageEvents } from './message-events.ts'
import { defaultModels, type FakeModel, listedModels, wireModel } from './models.ts'
import { createPromptCache } from './prompt-cache.ts'
import {
  type FakeFailure,
  type FakeMessage,
  type FakeReply,
  type FakeUsage,
  isFailure,
  renderMessage,
} from './reply.ts'
import { sendEvents, sendJson, sendWhole } from './send-reply.ts'

export type FakeMessagesApiOptions = {
  /**
   * The replies in order, or a function from a request and its number (from 0) to the reply. Requests of a batch take
   * theirs from here too, when the batch ends.
   */
  replies?:
    | readonly FakeReply[]
    | ((request: FakeMessagesRequest, index: number) => FakeReply | Promise<FakeReply>)
    | undefined
  /** The only key that is accepted. @default any */
  apiKey?: string | undefined
  /** The catalogue. @default Claude models of each lifecycle stage */
  models?: readonly FakeModel[] | undefined
  /** How often a batch is looked at before it has ended. @default 1 */
  batchPolls?: number | undefined
  /** @default 'reversed' */
  batchOrder?: BatchOrder | undefined
  /** Shorter prompts are not cached. @default 1024 */
  minimumCacheTokens?: number | undefined
}

/** What was asked, and what became of it. Keys are masked. */
export type FakeApiRequest = {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  /** Parsed JSON; undefined without a body. */
  body: unknown
  /** The status that was answered; 0 while none was. */
  status: number
  /** Names of the events that were sent, for a stream. */
  events: readonly string[]
  /** `broken` when the connection closed before the answer was whole, whoever closed it. */
  state: 'open' | 'answered' | 'broken'
}

/** A request and where its answer goes. */
export type Exchange = {
  seen: FakeApiRequest & { events: string[] }
  outgoing: ServerResponse
  url: URL
  requestId: string
}

/** Answers requests that may be answered, each by its path. `url` is where the server listens. */
export function createResponder(options: FakeMessagesApiOptions, url: () => string) {
  const { replies = [], models = defaultModels, batchPolls = 1, batchOrder = 'reversed' } = options
  const cache = createPromptCache(options.minimumCacheTokens ?? 1024)
  const billed = newUsage()
  let asked = 0

  async function nextReply(request: FakeMessagesRequest): Promise<{ reply: FakeReply; number: number }> {
    const number = asked++
    const reply = typeof replies === 'function' ? await replies(request, number) : replies[number]
    const missing = { status: 400, message: `The script has no reply to request ${number + 1}. Add one.` }
    return { reply: reply ?? missing, number }
  }

  const render = (reply: string | FakeMessage, request: FakeMessagesRequest, number: number) =>
    renderMessage(reply, {
      number,
      model: request.model,
      maxTokens: request.max_tokens,
      input: cache.use(request),
    })

  const batches = createBatches({
    polls: batchPolls,
    order: batchOrder,
    async resultOf({ request }: BatchItem) {
      const { reply, number } = await nextReply(request)
      if (!isFailure(reply)) {
        const { message } = render(reply, request, number)
        bill(message.usage)
        return {
          type: 'succeeded',
          message: { ...message, usage: { ...message.usage, service_tier: 'batch' } },
        }
      }
      if ('batch' in reply) return { type: reply.batch }
      return {
        type: 'errored',
        error: errorBody(
          'status' in reply ? reply.status : 500,
          'status' in reply ? reply : {},
          `req_${number}`,
        ),
      }
    },
  })

  function bill(usage: FakeUsage): void {
    billed.input_tokens += usage.input_tokens
    billed.output_tokens += usage.output_tokens
    billed.cache_creation_input_tokens += usage.cache_creation_input_tokens
    billed.cache_read_input_tokens += usage.cache_read_input_tokens
  }

  function refuse({ outgoing, seen, requestId }: Exchange, failure: FakeFailure): void {
    if ('connection' in failure) {
      if (failure.connection === 'reset') outgoing.socket?.resetAndDestroy()
      return
    }
    const { status, headers, body, ...error } =
      'status' in failure
        ? failure
        : { status: 400, message: 'Only a request of a batch can have this result.' }
    seen.status = status
    if (body === undefined) sendJson(outgoing, status, errorBody(status, error, requestId), headers)
    else outgoing.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
  }

  const badRequest = (exchange: Exchange, message: string) => refuse(exchange, { status: 400, message })

  /** The request if the API would take it, its model included; else it is refused. */
  function read(
    exchange: Exchange,
    body: unknown,
    kind: 'message' | 'count',
  ): FakeMessagesRequest | undefined {
    const request = checkRequest(body, kind)
    if (typeof request === 'string') {
      badRequest(exchange, request)
      return undefined
    }
    const model = models.find(({ id }) => id === request.model)
    if (!model || model.lifecycle === 'retired') {
      refuse(exchange, { status: 404, message: `model: ${request.model}` })
      return undefined
    }
    const most = wireModel(model).max_tokens
    if (request.max_tokens > most) {
      badRequest(exchange, `max_tokens: ${request.max_tokens} > ${most}, the most that ${model.id} can say`)
      return undefined
    }
    return request
  }

  async function answerMessage(exchange: Exchange): Promise<void> {
    const { seen, outgoing, requestId } = exchange
    const request = read(exchange, seen.body, 'message')
    if (!request) return
    const { reply, number } = await nextReply(request)
    if (isFailure(reply)) return refuse(exchange, reply)
    const {
      delayMs = 0,
      eventDelayMs = 0,
      chunk = 24,
      fault,
    }: FakeMessage = typeof reply === 'string' ? {} : reply
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    if (outgoing.destroyed) return
    const rendered = render(reply, request, number)
    seen.status = 200
    if (!request.stream) {
      if (sendWhole(outgoing, rendered.message, fault)) bill(rendered.message.usage)
      return
    }
    const { usage } = rendered.message
    const begun = Math.min(1, usage.output_tokens)
    await sendEvents(outgoing, messageEvents(rendered, chunk), {
      fault,
      delayMs: eventDelayMs,
      requestId,
      onSent({ type }) {
        seen.events.push(type)
        if (type === 'message_start') bill({ ...usage, output_tokens: begun })
        if (type === 'message_delta') bill({ ...newUsage(), output_tokens: usage.output_tokens - begun })
      },
    })
  }

  function createBatch(exchange: Exchange): void {
    const items = readBatch(exchange.seen.body)
    if (typeof items === 'string') {
      badRequest(exchange, items)
      return
    }
    const checked: BatchItem[] = []
    for (const { id, params } of items) {
      const request = read(exchange, params, 'message')
      if (!request) return
      checked.push({ id, request })
    }
    succeed(exchange, batches.create(checked, url()))
  }

  function succeed({ seen, outgoing }: Exchange, json: unknown): void {
    seen.status = 200
    sendJson(outgoing, 200, json)
  }

  async function answerBatch(exchange: Exchange, id: string, action: string | undefined): Promise<void> {
    const { method } = exchange.seen
    if (method === 'GET' && action === 'results') {
      const lines = await batches.results(id)
      if (lines === undefined) return refuse(exchange, { status: 404, message: `No results of batch ${id}` })
      exchange.seen.status = 200
      exchange.outgoing.writeHead(200, { 'content-type': 'application/x-jsonl' }).end(lines)
      return
    }
    const batch = action === 'cancel' ? batches.cancel(id, url()) : batches.retrieve(id, url())
    if (!batch) return refuse(exchange, { status: 404, message: `batch: ${id}` })
    succeed(exchange, batch)
  }

  async function route(exchange: Exchange): Promise<void> {
    const { method, path } = exchange.seen
    const [, resource, id, action] =
      /^\/v1\/(messages\/batches|models)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? []
    if (method === 'POST' && path === '/v1/messages') return answerMessage(exchange)
    if (method === 'POST' && path === '/v1/messages/count_tokens') {
      const request = read(exchange, exchange.seen.body, 'count')
      if (request) succeed(exchange, { input_tokens: cache.count(request) })
      return
    }
    if (resource === 'messages/batches') {
      if (id !== undefined) return answerBatch(exchange, id, action)
      if (method === 'POST') return createBatch(exchange)
      return succeed(exchange, page(batches.list(url())))
    }
    if (resource === 'models' && method === 'GET') {
      if (id === undefined)
        return succeed(exchange, page(listedModels(models, exchange.url.searchParams).map(wireModel)))
      const model = models.find((one) => one.id === decodeURIComponent(id))
      if (!model) return refuse(exchange, { status: 404, message: `model: ${id}` })
      return succeed(exchange, wireModel(model))
    }
    refuse(exchange, { status: 404, message: `Not found: ${method} ${path}` })
  }

  return { respond: route, refuse, billed }
}

function newUsage(): FakeUsage {
  return { input_tokens: 0, output_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 }
}

/** A list as the API pages it; everything is on the first page. */
function page(data: readonly { id: string }[]) {
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
}
