import {
  BadRequestError,
  InvalidKeyError,
  NetworkError,
  type StarkMatterError,
  TimeoutError,
  UpstreamError,
} from '../errors/index.ts'
import type { HttpRequest } from '../provider/index.ts'
import { parseUrl } from '../provider/parse-url.ts'

/**
 * Why a request has no answer, by what `fetch` threw. What was never sent is no failure of the network, which would be
 * tried again and held against the venue.
 *
 * @param begin - When it was sent, on the clock of `performance`.
 */
export function requestFailure(
  cause: unknown,
  { url, headers = {} }: HttpRequest,
  provider: string,
  begin: number,
): StarkMatterError {
  // The signal of the call ends it before this is asked.
  if (cause instanceof Error && /^(Abort|Timeout)Error$/.test(cause.name)) {
    return new TimeoutError(
      `"fetch" ended the request to ${provider} by a signal of its own. Allow more there.`,
      {
        provider,
        timeoutMs: Math.round(performance.now() - begin),
      },
    )
  }
  try {
    new Headers(headers)
  } catch {
    return new InvalidKeyError(`${provider} cannot be sent the key: no header may hold it. Check it.`, {
      provider,
    })
  }
  const reason = reasonOf(cause)
  const { origin, username } = parseUrl(url) ?? { origin: '', username: '' }
  // A `fetch` of the caller's own may know what an address is relative to.
  if ((username || !origin.startsWith('http')) && /url|scheme|pattern/i.test(reason)) {
    return new BadRequestError(`"baseUrl" of ${provider} must be a whole address like https://example.com.`, {
      provider,
      parameter: 'baseUrl',
    })
  }
  if (/^Z_/.test(reason)) return damagedBody(provider)
  // The cause is left out: fetch puts the whole URL in it.
  return new NetworkError(
    `${provider} could not be reached at ${origin || 'baseUrl'} (${reason}). Check the network.`,
    { provider },
  )
}

/** The answer came, and cannot be unpacked. */
export function damagedBody(provider: string): UpstreamError {
  return new UpstreamError(`${provider} sent a damaged body. Try again later.`, {
    provider,
  })
}

/** The system's code where there is one, as `ENOTFOUND`. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(told instanceof Error)) return String(told)
  return 'code' in told && typeof told.code === 'string' ? told.code : told.message
}
