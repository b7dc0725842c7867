import type Anthropic from '@anthropic-ai/sdk'
import { type StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { type Clock, systemClock } from '../../http/clock.ts'
import { abortReason, startDeadline, untilAborted } from '../../http/deadline.ts'
import { arePricesOld } from '../llm/arePricesOld.ts'
import type { LlmCallOptions, LlmPort, LlmRequest, LlmResponse, ModelRole } from '../llm/port.ts'
import { type Attempts, attempting } from './attempts.ts'
import { runBatch } from './batch.ts'
import { checkModel, explainMissingModel } from './checkModels.ts'
import { readFailure } from './errors.ts'
import { promptOf } from './messageParams.ts'
import { priceOf } from './priceOf.ts'
import { claudePrices, type ModelPrice } from './prices.ts'
import { toResponse, toUsage } from './readMessage.ts'
import { createStreamReader } from './readStream.ts'
import { openClient, provider, type SdkClient } from './sdk.ts'

export type AnthropicOptions = {
  /** Sent as `Authorization: Bearer`. Without one, each call fails with INVALID_KEY before anything is sent. */
  apiKey: string | undefined
  /** @default the SDK's: `ANTHROPIC_BASE_URL`, or Anthropic's own */
  baseURL?: string | undefined
  /** @default { deep: 'claude-sonnet-5-5', fast: 'claude-haiku-5-5' } */
  models?: { readonly [role in ModelRole]?: string | undefined } | undefined
  /** USD for a million tokens by model, where they differ from `claudePrices`, or the model is not on it. */
  prices?: Readonly<Record<string, ModelPrice>> | undefined
  /** How hard a model thinks. @default the model's own */
  effort?: Partial<Readonly<Record<ModelRole, 'low' | 'medium' | 'high'>>> | undefined
  /** How often a call that nothing was answered to is tried again, within its deadline. @default 4 */
  maxRetries?: number | undefined
  /** Between the first two looks at a batch, ms. @default 2_000 */
  pollMs?: number | undefined
  /** Told what should be changed soon: a model that will retire, prices that are old. @default console.warn */
  onWarning?: ((message: string) => void) | undefined
  /** For proxies. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined
  clock?: Clock | undefined
  /** In [0, 1), for the jitter between retries. @default Math.random */
  random?: (() => number) | undefined
}

const defaultModels: Readonly<Record<ModelRole, string>> = {
  deep: 'claude-sonnet-5-5',
  fast: 'claude-haiku-5-5',
}

/** One call under way. */
type Call = Attempts & SdkClient & { http: { signal: AbortSignal; timeout: number } }

/**
 * Claude as a language model of the SDK. Needs `@anthropic-ai/sdk` beside it, which is loaded with the first call; runs on a
 * server, never in a browser.
 *
 * What fails before an answer has begun is tried again within the deadline, as the vendor asks; what fails later is thrown
 * typed and retryable, after the usage that is owed for it. Structured output is held to the schema's shape; ranges and lengths
 * in it are told to the model, and are for the caller to check.
 *
 * @throws {StarkMatterError} on a call: INVALID_KEY, NOT_ENTITLED, RETIRED, BAD_REQUEST (the schema cannot be sent, the price of
 * a model is not known, the prompt is too long), RATE_LIMITED, QUOTA_EXHAUSTED (spending limit), UPSTREAM, NETWORK, TIMEOUT,
 * ABORTED, UNSUPPORTED (the SDK is missing)
 * @see https://platform.claude.com/docs/en/api/messages
 * @example
 * const llm = anthropic({ apiKey: 'sk-ant-…' })
 * llm.model('deep') // 'claude-sonnet-5-5'
 */
export function anthropic(options: AnthropicOptions): LlmPort {
  const { clock = systemClock, random = Math.random, maxRetries = 4, pollMs = 2_000, prices = {} } = options
  const { onWarning = console.warn } = options
  const models = {
    deep: options.models?.deep ?? defaultModels.deep,
    fast: options.models?.fast ?? defaultModels.fast,
  }
  const { apiKey, baseURL, fetch } = options
  const settings = { apiKey: typeof apiKey === 'string' ? apiKey.trim() : '', baseURL, fetch }
  let opened: Promise<SdkClient> | undefined
  let isChecked = false

  const paramsOf = (request: LlmRequest) => ({
    ...promptOf(request, { model: models[request.role], effort: options.effort?.[request.role] }),
    max_tokens: request.maxOutputTokens,
  })

  async function begin({ signal, timeoutMs }: LlmCallOptions): Promise<Call> {
    opened ??= openClient(settings)
    const deadline = startDeadline(clock, timeoutMs, [signal])
    try {
      const { sdk, client } = await untilAborted(opened, deadline.signal)
      // Ours is the deadline that counts; without one of its own the SDK refuses long answers.
      const http = { signal: deadline.signal, timeout: Math.min(Math.ceil(timeoutMs) + 1_000, 2 ** 31 - 1) }
      return { sdk, client, http, deadline, clock, random, maxRetries }
    } catch (error) {
      deadline.end()
      throw error
    }
  }

  /** Does work under a deadline. */
  async function within<result>(
    callOptions: LlmCallOptions,
    work: (call: Call) => Promise<result>,
  ): Promise<result> {
    const call = await begin(callOptions)
    try {
      return await work(call)
    } catch (thrown) {
      throw await explain(thrown, call)
    } finally {
      call.deadline.end()
    }
  }

  return {
    id: provider,
    model: (role) => models[role],
    price: (role, use) => priceOf(models[role], prices, use),

    async complete(request, callOptions) {
      return within(callOptions, async (call) => {
        const params = paramsOf(request)
        const message = await attempting(() => call.client.messages.create(params, call.http), call)
        const { model, content, stop_reason, usage } = message
        return toResponse(
          model,
          content.map((block) => ({ block })),
          stop_reason,
          toUsage(usage),
        )
      })
    },

    async *stream(request, callOptions) {
      const call = await begin(callOptions)
      const reader = createStreamReader(request.maxOutputTokens)
      let events: AsyncIterator<Anthropic.RawMessageStreamEvent> | undefined
      try {
        const params = paramsOf(request)
        let mayBeBilled = false
        const opening = async () => {
          const stream = await call.client.messages.create({ ...params, stream: true }, call.http)
          events = stream[Symbol.asyncIterator]()
          const first = await events.next().catch((thrown: unknown) => {
            // A connection that breaks may have swallowed what was told; an error event says that nothing came.
            mayBeBilled = !(thrown instanceof call.sdk.APIError)
            throw thrown
          })
          if (first.done) throw brokenOff()
          return { events, first }
        }
        // Up to its first event a stream has given nothing, whatever its status: it may begin anew.
        const begun = await attempting(opening, call, () => !mayBeBilled)
        let next: IteratorResult<Anthropic.RawMessageStreamEvent> = begun.first
        let response: LlmResponse | undefined
        while (!next.done && !response) {
          yield* reader.push(next.value)
          response = reader.response()
          if (!response) next = await begun.events.next()
        }
        if (!response) throw brokenOff()
        yield { type: 'done', response }
      } catch (thrown) {
        const usage = reader.lostUsage()
        if (usage) yield { type: 'usage', usage }
        throw await explain(thrown, call)
      } finally {
        await events?.return?.()
        call.deadline.end()
      }
    },

    async count(request, callOptions) {
      return within(callOptions, async (call) => {
        const prompt = promptOf(request, {
          model: models[request.role],
          effort: options.effort?.[request.role],
        })
        const counted = await attempting(
          () => call.client.messages.countTokens(prompt, call.http),
          call,
          () => true,
        )
        return counted.input_tokens
      })
    },

    async *batch(requests, callOptions) {
      const call = await begin(callOptions)
      try {
        const items = requests.map(({ id, request }) => ({ id, params: paramsOf(request) }))
        yield* runBatch(items, { ...call, pollMs })
      } catch (thrown) {
        throw await explain(thrown, call)
      } finally {
        call.deadline.end()
      }
    },

    async check(callOptions) {
      if (isChecked) return
      await within(callOptions, async (call) => {
        for (const model of new Set([models.deep, models.fast])) {
          const price = priceOf(model, prices)
          if (arePricesOld(price, clock.now())) {
            const { asOf, source } = claudePrices
            onWarning(
              `The price of "${model}" is of ${asOf}. Compare it with ${source}, and give what is in force: anthropic({ prices }).`,
            )
          }
          const asking = { ...call, signal: call.deadline.signal }
          const warning = await attempting(
            () => checkModel(model, asking),
            call,
            () => true,
          )
          if (warning !== undefined) onWarning(warning)
        }
      })
      isChecked = true
    },
  }
}

/** What a call failed with, as one of our errors; a model that is not there is looked up. */
async function explain(thrown: unknown, { sdk, client, deadline, clock }: Call): Promise<StarkMatterError> {
  if (deadline.signal.aborted) return abortReason(deadline.signal)
  const { error } = readFailure(thrown, sdk, clock.now())
  const model = missingModel(error.cause, sdk)
  if (model === undefined) return error
  return explainMissingModel(model, { sdk, client, signal: deadline.signal }, error.cause)
}

/** The name in "model: claude-…", which is what the API answers when it does not have a model. */
function missingModel(cause: unknown, sdk: SdkClient['sdk']): string | undefined {
  if (!(cause instanceof sdk.NotFoundError)) return undefined
  const [, model] = /^model: (\S+)$/.exec(cause.apiMessage ?? '') ?? []
  return model
}

function brokenOff(): UpstreamError {
  return new UpstreamError('The stream of Claude ended before its answer was whole. Ask again.', { provider })
}
