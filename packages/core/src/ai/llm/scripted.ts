import { BadRequestError, StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { type Clock, systemClock } from '../../http/clock.ts'
import { type Deadline, startDeadline, untilAborted } from '../../http/deadline.ts'
import type {
  LlmBatchResult,
  LlmBlock,
  LlmCallOptions,
  LlmPort,
  LlmPrice,
  LlmRequest,
  LlmResponse,
  LlmStop,
  LlmStreamEvent,
  LlmUsage,
} from './port.ts'

/** What goes wrong in the place of the event `at`, counted from 0. A call that is not streamed fails whatever `at` is. */
export type ScriptedFault = { at?: number | undefined } & (
  | { kind: 'error'; error: StarkMatterError }
  /** The stream ends as if all were well, without `done`. */
  | { kind: 'end' }
  /** Nothing comes any more, until the deadline or the signal. */
  | { kind: 'silence' }
)

/** One answer of a scripted model: what it says, in the order `text`, `json`, `toolCalls`, `content`. */
export type ScriptedAnswer = {
  text?: string | undefined
  /** Said as JSON text: for requests with an `output` schema. */
  json?: unknown
  toolCalls?: readonly { id?: string | undefined; name: string; input: unknown }[] | undefined
  content?: readonly LlmBlock[] | undefined
  /** @default 'tool-calls' when there are some, else 'end'; 'max-tokens' when it was cut */
  stop?: LlmStop | undefined
  /** Overrides the estimate of four characters a token; may lie. */
  usage?: { [count in keyof LlmUsage]?: LlmUsage[count] | undefined } | undefined
  fault?: ScriptedFault | undefined
}

/** The answers in order, or a function from a request and its number (from 0) to the answer. A string is its text. */
export type Script =
  | readonly (string | ScriptedAnswer)[]
  | ((request: LlmRequest, index: number) => string | ScriptedAnswer | Promise<string | ScriptedAnswer>)

export type ScriptedOptions = {
  /** @default 'scripted' */
  id?: string | undefined
  /** USD for a million tokens. @default { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 } */
  price?: LlmPrice | undefined
  /** Characters of text in one event of a stream. @default 24 */
  chunk?: number | undefined
  clock?: Clock | undefined
}

export type ScriptedModel = LlmPort & {
  /** What it was asked to answer, in order; `count` is not among it. */
  readonly requests: readonly LlmRequest[]
}

const examplePrice: LlmPrice = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 }

/**
 * A language model that says what it is told to, for tests: it streams, counts tokens, stops at `maxOutputTokens` and
 * fails where the script says so. No network, no key.
 *
 * @throws {StarkMatterError} BAD_REQUEST, on a call for which the script has no answer left
 * @example
 * const llm = scripted([{ toolCalls: [{ name: 'quote', input: { symbol: 'AAPL' } }] }, { json: { claims: [] } }])
 * llm.model('deep') // 'scripted-deep'
 */
export function scripted(script: Script, options: ScriptedOptions = {}): ScriptedModel {
  const { id = 'scripted', price = examplePrice, chunk = 24, clock = systemClock } = options
  const requests: LlmRequest[] = []

  async function next(request: LlmRequest): Promise<ScriptedAnswer & { index: number }> {
    const index = requests.push(request) - 1
    const answer = typeof script === 'function' ? await script(request, index) : script[index]
    if (answer === undefined) {
      throw new BadRequestError(`The script has no answer to request ${index + 1}. Add one.`, {
        provider: id,
      })
    }
    return typeof answer === 'string' ? { text: answer, index } : { ...answer, index }
  }

  const respond = (answer: ScriptedAnswer & { index: number }, request: LlmRequest): LlmResponse => {
    const { content, isCut } = cut(contentOf(answer), request.maxOutputTokens)
    const calls = content.some((block) => block.type === 'tool-call')
    const outputTokens = content.reduce((sum, block) => sum + tokensOf(block), 0)
    const { usage = {} } = answer
    return {
      model: `${id}-${request.role}`,
      content,
      stop: answer.stop ?? (isCut ? 'max-tokens' : calls ? 'tool-calls' : 'end'),
      usage: {
        inputTokens: usage.inputTokens ?? inputTokensOf(request),
        outputTokens: usage.outputTokens ?? outputTokens,
        cacheReadTokens: usage.cacheReadTokens ?? 0,
        cacheWriteTokens: usage.cacheWriteTokens ?? 0,
      },
    }
  }

  async function complete(request: LlmRequest, { signal, timeoutMs }: LlmCallOptions): Promise<LlmResponse> {
    const deadline = startDeadline(clock, timeoutMs, [signal])
    try {
      const answer = await untilAborted(next(request), deadline.signal)
      if (answer.fault) await fail(answer.fault, deadline)
      if (answer.fault?.kind === 'end') throw new UpstreamError('The answer was empty.', { provider: id })
      return respond(answer, request)
    } finally {
      deadline.end()
    }
  }

  return {
    id,
    requests,
    complete,
    async *stream(request, { signal, timeoutMs }) {
      const deadline = startDeadline(clock, timeoutMs, [signal])
      try {
        const answer = await untilAborted(next(request), deadline.signal)
        let place = 0
        for (const event of eventsOf(respond(answer, request), chunk)) {
          if (answer.fault && place === (answer.fault.at ?? 0)) {
            if (answer.fault.kind === 'end') return
            await fail(answer.fault, deadline)
          }
          place += 1
          // Whoever reads may have aborted meanwhile.
          await untilAborted(Promise.resolve(), deadline.signal)
          yield event
        }
      } finally {
        deadline.end()
      }
    },
    count: async (request) => inputTokensOf(request),
    async *batch(batched, callOptions): AsyncIterable<LlmBatchResult> {
      for (const { id: name, request } of batched) {
        const result = await complete(request, callOptions).then(
          (response) => ({ id: name, response }),
          (error: unknown) => {
            if (StarkMatterError.is(error)) return { id: name, error }
            throw error
          },
        )
        yield result
      }
    },
    model: (role) => `${id}-${role}`,
    price: () => price,
    check: async () => {},
  }
}

async function fail(fault: ScriptedFault, deadline: Deadline): Promise<void> {
  if (fault.kind === 'error') throw fault.error
  if (fault.kind === 'silence') await untilAborted(new Promise<never>(() => {}), deadline.signal)
}

function contentOf({ text, json, toolCalls = [], content = [], index }: ScriptedAnswer & { index: number }) {
  const blocks: LlmBlock[] = []
  if (text !== undefined) blocks.push({ type: 'text', text })
  if (json !== undefined) blocks.push({ type: 'text', text: JSON.stringify(json) })
  for (const [place, { id = `call-${index}-${place}`, name, input }] of toolCalls.entries()) {
    blocks.push({ type: 'tool-call', id, name, input })
  }
  return [...blocks, ...content]
}

/** What fits into `maxOutputTokens`: text is cut, a tool call that does not fit is not made. */
function cut(blocks: readonly LlmBlock[], maxOutputTokens: number): { content: LlmBlock[]; isCut: boolean } {
  const content: LlmBlock[] = []
  let left = maxOutputTokens
  for (const block of blocks) {
    const tokens = tokensOf(block)
    if (tokens > left) {
      if (block.type === 'text' && left > 0) content.push({ ...block, text: block.text.slice(0, left * 4) })
      return { content, isCut: true }
    }
    left -= tokens
    content.push(block)
  }
  return { content, isCut: false }
}

function* eventsOf(response: LlmResponse, chunk: number): Iterable<LlmStreamEvent> {
  yield {
    type: 'usage',
    usage: { ...response.usage, outputTokens: Math.min(1, response.usage.outputTokens) },
  }
  for (const block of response.content) {
    if (block.type === 'tool-call') yield { type: 'tool-call-started', id: block.id, name: block.name }
    if (block.type !== 'text') continue
    for (let start = 0; start < block.text.length; start += chunk) {
      yield { type: 'text', delta: block.text.slice(start, start + chunk) }
    }
  }
  yield { type: 'usage', usage: response.usage }
  yield { type: 'done', response }
}

function tokensOf(block: LlmBlock): number {
  return Math.ceil((block.type === 'text' ? block.text : JSON.stringify(block)).length / 4)
}

function inputTokensOf({ system, tools, messages, output }: LlmRequest): number {
  return Math.ceil(JSON.stringify({ system, tools, messages, output }).length / 4)
}
