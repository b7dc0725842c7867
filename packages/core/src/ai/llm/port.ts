import type { StarkMatterError } from '../../errors/index.ts'

/** Which of the configured models: the better one for reports, the cheaper one for classifying. */
export type ModelRole = 'deep' | 'fast'

export type JsonSchema = { readonly [key: string]: unknown }

export type LlmTool = { name: string; description: string; inputSchema: JsonSchema }

export type LlmBlock =
  | { type: 'text'; text: string }
  | { type: 'tool-call'; id: string; name: string; input: unknown }
  | { type: 'tool-result'; id: string; content: string; isError: boolean }
  /** What the adapter needs to give back unread in the next turn, such as signed thinking. */
  | { type: 'opaque'; value: unknown }

export type LlmMessage = { role: 'user' | 'assistant'; content: readonly LlmBlock[] }

export type LlmRequest = {
  role: ModelRole
  /** Stable from call to call, so that the vendor can cache it. */
  system: string
  tools: readonly LlmTool[]
  /** `none` keeps the tools in the cached prefix but forbids their use. */
  toolChoice: 'auto' | 'none'
  messages: readonly LlmMessage[]
  maxOutputTokens: number
  /** The final text must be JSON of this shape. */
  output?: JsonSchema | undefined
}

export type LlmUsage = {
  inputTokens: number
  outputTokens: number
  cacheReadTokens: number
  cacheWriteTokens: number
}

export type LlmStop = 'end' | 'tool-calls' | 'max-tokens' | 'refusal' | 'other'

export type LlmResponse = {
  model: string
  content: readonly LlmBlock[]
  stop: LlmStop
  usage: LlmUsage
}

export type LlmStreamEvent =
  | { type: 'text'; delta: string }
  | { type: 'tool-call-started'; id: string; name: string }
  /**
   * All usage of this call known so far: each replaces the one before, and the response's replaces all. What breaks off
   * is paid for by the last of them. When none came, a refusal (an error with a `status`) costs nothing, and of what was lost on
   * its way the worst case stays set aside.
   */
  | { type: 'usage'; usage: LlmUsage }
  /** The last event of a stream that ended well. A stream without it has failed. */
  | { type: 'done'; response: LlmResponse }

export type LlmCallOptions = { signal: AbortSignal; timeoutMs: number }

export type LlmBatchResult = { id: string; response: LlmResponse } | { id: string; error: StarkMatterError }

/** A price in USD for a million tokens. */
export type LlmPrice = {
  input: number
  output: number
  cacheRead: number
  cacheWrite: number
  /** Day of the price list it stands in (`2026-10-24`). Absent for prices that somebody vouches for. */
  asOf?: string | undefined
}

/** What a price is asked for. */
export type PriceUse = {
  /** Some models cost more for a request whose prompt is long. @default 0 */
  promptTokens?: number | undefined
  /** As part of a batch. @default false */
  batch?: boolean | undefined
}

/** A language model, as the analyst needs it. Small on purpose: an adapter is one file. */
export type LlmPort = {
  id: string
  /** One whole answer. The adapter retries what may be retried within `timeoutMs`. */
  complete(request: LlmRequest, options: LlmCallOptions): Promise<LlmResponse>
  /**
   * The same in pieces. The adapter retries until the first event: an error after it is thrown as it is, typed and
   * `retryable` where it is, so that no call costs more than its one request and nothing is delivered twice.
   */
  stream(request: LlmRequest, options: LlmCallOptions): AsyncIterable<LlmStreamEvent>
  /** Input tokens of a request, without sending it to be answered. */
  count(request: LlmRequest, options: LlmCallOptions): Promise<number>
  /** Many requests at leisure and at a discount; results in any order. */
  batch(
    requests: readonly { id: string; request: LlmRequest }[],
    options: LlmCallOptions,
  ): AsyncIterable<LlmBatchResult>
  model(role: ModelRole): string
  price(role: ModelRole, use?: PriceUse): LlmPrice
  /** Fails with what to do when a configured model is retired or the key is missing, before a token is spent. */
  check(options: LlmCallOptions): Promise<void>
}
