import { QuotaExhaustedError, RateLimitError, redact, StarkMatterError } from '../errors/index.ts'
import type { HttpRequest, HttpResponse, Provider } from '../provider/index.ts'
import type { Clock } from './clock.ts'
import { abortReason } from './deadline.ts'
import type { Flight } from './flights.ts'
import type { Limiter } from './limiter.ts'
import type { Secrets } from './secrets.ts'
import { send } from './send.ts'
import { sleep } from './sleep.ts'

/** What requests of one client share. */
export type Transport = {
  fetch: typeof globalThis.fetch
  clock: Clock
  limiter: Limiter
  /** 0..1, for jitter. */
  random: () => number
  /** What was sent to venues and must be told to nobody. */
  secrets: Secrets
  logger: { debug(message: string, facts?: Record<string, unknown>): void } | undefined
}

const hourMs = 3_600_000
const maxRetries = 3
const firstBackoffMs = 250
const longestBackoffMs = 8_000

/**
 * One request within the provider's limits.
 *
 * @throws {QuotaExhaustedError} a budget of an hour or longer is used up beyond the deadline
 * @throws {RateLimitError} a shorter one is
 */
export async function exchange(
  transport: Transport,
  provider: Provider,
  request: HttpRequest,
  flight: Flight,
): Promise<HttpResponse> {
  const { clock, limiter, logger, secrets } = transport
  secrets.learnRequest(request.url, Object.entries(request.headers ?? {}))
  const now = clock.now()
  const grant = await limiter.reserve({
    provider: provider.id,
    limits: provider.limits ?? [],
    weight: request.weight ?? 1,
    now,
    maxWaitMs: flight.at - now,
    signal: flight.signal,
  })
  if (!grant.granted) throw overBudget(provider.id, grant.availableAt, grant.windowMs, now)
  const { method = 'GET', url } = request
  const tell = (outcome: { status: number } | { code: string }, begin: number) =>
    logger?.debug(`${method} ${redact(url)}`, {
      provider: provider.id,
      ...outcome,
      elapsedMs: clock.now() - begin,
    })
  const { response, begin } = await granted(transport, provider, request, flight, grant.waitMs)
    .catch((error: unknown) => {
      if (StarkMatterError.is(error)) tell({ code: error.code }, now + grant.waitMs)
      throw error
    })
    .finally(grant.settle)
  const quietMs = provider.pauseMs?.(response)
  if (quietMs !== undefined) limiter.pause(provider.id, clock.now() + quietMs)
  tell({ status: response.status }, begin)
  return response
}

/** Sends a request when its time has come. */
async function granted(
  { clock, fetch }: Transport,
  provider: Provider,
  request: HttpRequest,
  { signal }: Flight,
  waitMs: number,
): Promise<{ response: HttpResponse; begin: number }> {
  if (waitMs > 0) await sleep(clock, waitMs, signal)
  if (signal.aborted) throw abortReason(signal)
  const begin = clock.now()
  return { response: await send(request, { fetch, signal, provider: provider.id }), begin }
}

/**
 * Runs `attempt` again while its error says that this may help and time is left. Waits with full jitter, or as long as
 * the venue asked; where another provider can be asked instead, only once and briefly. A silence the venue asked for holds for everybody who asks this provider.
 */
export async function retrying<result>(
  { clock, limiter, random }: Transport,
  provider: Provider,
  flight: Flight,
  attempt: () => Promise<result>,
): Promise<result> {
  for (let retry = 0; ; retry++) {
    try {
      return await attempt()
    } catch (error) {
      if (!StarkMatterError.is(error) || !error.retryable || flight.signal.aborted) throw error
      const asked = askedPause(error)
      if (asked !== undefined) limiter.pause(provider.id, clock.now() + asked)
      const backoff = random() * Math.min(longestBackoffMs, firstBackoffMs * 2 ** retry)
      const delay = Math.max(asked ?? 0, backoff)
      const { isLastChance = true } = flight
      const isEnough = isLastChance ? retry === maxRetries : retry === 1 || asked !== undefined
      if (isEnough || clock.now() + delay >= flight.at) throw error
      await sleep(clock, delay, flight.signal)
    }
  }
}

function askedPause(error: StarkMatterError): number | undefined {
  // Read by its field, not by class: the error may come from another copy of the SDK.
  return 'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : undefined
}

function overBudget(provider: string, availableAt: number, windowMs: number, now: number): StarkMatterError {
  const known = Number.isFinite(availableAt)
  const when = known
    ? `again at ${new Date(availableAt).toISOString()}`
    : 'never: it weighs more than the budget'
  if (windowMs >= hourMs || !known) {
    const resetsAt = known ? availableAt : undefined
    return new QuotaExhaustedError(`The budget for ${provider} is used up; ${when}.`, { provider, resetsAt })
  }
  return new RateLimitError(`The budget for ${provider} is used up for the moment; ${when}.`, {
    provider,
    retryAfterMs: availableAt - now,
  })
}
