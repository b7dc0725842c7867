import { StarkMatterError, UpstreamError, ValidationError } from '../errors/index.ts'
import type { Deadline } from '../http/deadline.ts'
import { untilAborted } from '../http/deadline.ts'
import { send } from '../http/send.ts'
import type { HttpRequest, HttpResponse, Operation, Provider } from '../provider/index.ts'
import type { Engine } from './engine.ts'

/** Lets one provider answer one query: over HTTP, or by itself. */
export async function runOperation<query, result>(
  engine: Engine,
  provider: Provider,
  operation: Operation<query, result>,
  query: query,
  deadline: Deadline,
): Promise<result> {
  if ('answer' in operation) {
    const { clock, files } = engine
    const answer = async () => operation.answer(query, { now: clock.now(), files, signal: deadline.signal })
    return untilAborted(answer(), deadline.signal).catch((error) => {
      throw asTyped(error, provider)
    })
  }
  const pages: result[] = []
  let request: HttpRequest | undefined = operation.request(query, {})
  while (request) {
    const response: HttpResponse = await send(request, {
      fetch: engine.fetch,
      signal: deadline.signal,
      provider: provider.id,
    })
    try {
      pages.push(operation.parse(response, query))
      request = operation.next?.(response, query, request)
    } catch (error) {
      throw asTyped(error, provider)
    }
  }
  const [first] = pages
  if (pages.length > 1 && operation.join) return operation.join(pages, query)
  if (first === undefined) throw new UpstreamError('No page was answered.', { provider: provider.id })
  return first
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
