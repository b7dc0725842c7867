import { StarkMatterError, UpstreamError, ValidationError } from '../errors/index.ts'
import type { Verdict } from '../http/breaker.ts'
import { untilAborted } from '../http/deadline.ts'
import { exchange, retrying } from '../http/exchange.ts'
import type { Flight } from '../http/flights.ts'
import {
  type Credential,
  type CredentialFlow,
  type HttpOperation,
  type HttpRequest,
  type HttpResponse,
  type Loaded,
  type LocalOperation,
  loadOperation,
  type Operation,
  type OperationName,
  type Provider,
} from '../provider/index.ts'
import { checkIdentity } from './check-identity.ts'
import type { Engine } from './engine.ts'

// A caller in a hurry says nothing about the provider.
const fairTimeMs = 1_000

/** Lets one provider answer one query, over HTTP or by itself. Identical queries under way share one answer. */
export function runOperation<query, result>(
  engine: Engine,
  provider: Provider,
  name: OperationName,
  operation: Operation<query, result>,
  query: query,
  deadline: Flight,
): Promise<result> {
  // Calls a moment apart are the same question.
  const question = JSON.stringify(query, (key, value: unknown) => (key === 'now' ? undefined : value))
  return engine.flights.join(`${provider.id} ${name} ${question}`, deadline, async (flight) => {
    const ready = await atHand(operation, flight)
    const work =
      'answer' in ready
        ? untilAborted(answerLocally(engine, ready, query, flight), flight.signal)
        : guarded(engine, provider, async () => {
            const result = await askPages(engine, provider, ready, query, flight)
            // Who passes a question on has the answer checked where it comes from.
            if (!provider.getBars?.passesOn) {
              checkIdentity(result, query, provider, engine.providers.length > 1)
            }
            return result
          })
    return work.catch((error: unknown) => {
      const typed = asTyped(error, provider)
      engine.secrets.cleanError(typed)
      throw typed
    })
  })
}

/**
 * The operation itself, fetched within the deadline where it comes late.
 *
 * @throws {NetworkError} it could not be fetched
 */
export function atHand<operation extends object>(
  operation: operation,
  { signal }: Flight,
): Promise<Loaded<operation>> {
  return untilAborted(loadOperation(operation), signal)
}

async function answerLocally<query, result>(
  { clock, files }: Engine,
  operation: LocalOperation<query, result>,
  query: query,
  { signal }: Flight,
): Promise<result> {
  return operation.answer(query, { now: clock.now(), files, signal })
}

/** Keeps the provider's circuit breaker informed, and does not ask while it is open. */
async function guarded<result>(
  { breakers, clock }: Engine,
  { id }: Provider,
  work: () => Promise<result>,
): Promise<result> {
  const begin = clock.now()
  const breaker = breakers.get(id)
  if (!breaker) return work()
  const leave = breaker.enter(begin)
  if (!leave) {
    const until = new Date(breaker.openUntil).toISOString()
    throw new UpstreamError(`${id} has failed repeatedly and is not asked again before ${until}.`, {
      provider: id,
    })
  }
  try {
    const result = await work()
    leave('worked', clock.now())
    return result
  } catch (error) {
    leave(verdictOn(error, clock.now() - begin), clock.now())
    throw error
  }
}

async function askPages<query, result>(
  engine: Engine,
  provider: Provider,
  operation: HttpOperation<query, result>,
  query: query,
  flight: Flight,
  isAgain = false,
): Promise<result> {
  const first = await retrying(engine, provider, flight, () =>
    askFirst(engine, provider, operation, query, flight),
  )
  const { flow, credential } = first
  const pages = [first.result]
  let { request, response } = first
  for (;;) {
    const next = operation.next?.(response, query, request)
    if (!next) break
    request = next
    const page = await retrying(engine, provider, flight, async () => {
      const answer = await exchange(engine, provider, next, flight)
      if (flow?.isRejected(answer) && !isAgain) return undefined
      return { response: answer, result: operation.parse(answer, query) }
    })
    if (!page) {
      // The credential ended between two pages, each of which names it: from the beginning with another, once.
      engine.credentials.refuse(provider, credential)
      return askPages(engine, provider, operation, query, flight, true)
    }
    response = page.response
    pages.push(page.result)
  }
  return pages.length > 1 && operation.join ? operation.join(pages, query) : first.result
}

/** The first page; with a fresh credential where the held one is refused, once. */
async function askFirst<query, result>(
  engine: Engine,
  provider: Provider,
  operation: HttpOperation<query, result>,
  query: query,
  flight: Flight,
): Promise<{
  request: HttpRequest
  response: HttpResponse
  result: result
  flow: CredentialFlow | undefined
  credential: Credential
}> {
  const { credentials, held } = engine
  const needed = operation.needsCredential ? provider.credential : undefined
  const flow = needed && (await atHand(needed, flight))
  let credential: Credential = flow ? await credentials.get(provider, flow, flight) : {}
  const ask = async () => {
    const request = operation.request(query, credential)
    const known = held.get(request.url)
    const response = await exchange(engine, provider, known?.again ?? request, flight)
    return { request, response: known && response.status === 304 ? known.response : response }
  }
  let asked = await ask()
  if (flow?.isRejected(asked.response)) {
    credentials.refuse(provider, credential)
    credential = await credentials.get(provider, flow, flight)
    asked = await ask()
  }
  const { request, response } = asked
  const result = operation.parse(response, query)
  // Only now: what cannot be read is asked for anew.
  const again = operation.again?.(request, response)
  if (again) held.set(request.url, { again, response })
  return { ...asked, result, flow, credential }
}

function verdictOn(error: unknown, elapsedMs: number): Verdict {
  if (!StarkMatterError.is(error)) return 'unknown'
  switch (error.code) {
    case 'NETWORK':
    case 'UPSTREAM':
      return 'failed'
    case 'TIMEOUT':
      return elapsedMs >= fairTimeMs ? 'failed' : 'unknown'
    case 'ABORTED':
    case 'RATE_LIMITED':
    case 'QUOTA_EXHAUSTED':
      return 'unknown'
    default:
      // It answered, if only to refuse.
      return 'worked'
  }
}

/** A provider that throws something untyped has met an answer it was not written for. */
function asTyped(error: unknown, provider: Provider): StarkMatterError {
  if (StarkMatterError.is(error)) return error
  const got = error instanceof Error ? error.message : String(error)
  return new ValidationError({
    provider: provider.id,
    path: '',
    expected: 'an answer this provider can read',
    got,
    cause: error,
  })
}
