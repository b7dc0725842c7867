import { InvalidKeyError, NetworkError, ValidationError } from '../errors/index.ts'
import { type HttpRequest, HttpResponse } from '../provider/index.ts'
import { parseUrl } from '../provider/parse-url.ts'
import { bodyText } from './body-text.ts'
import { untilAborted } from './deadline.ts'

const maxBodyBytes = 64 * 2 ** 20

/**
 * Sends one request and reads the whole answer. Ends when `signal` does, even if `fetch` or the server ignores it.
 * What comes compressed and does not say so, as files named `.gz` do, is read all the same.
 *
 * @throws {NetworkError} the venue could not be reached, or broke off
 * @throws {InvalidKeyError} a header cannot be sent, or the address is none
 * @throws {ValidationError} the body is larger than 64 MiB
 */
export function send(
  request: HttpRequest,
  options: { fetch: typeof globalThis.fetch; signal: AbortSignal; provider: string },
): Promise<HttpResponse> {
  return untilAborted(exchange(request, options), options.signal)
}

async function exchange(
  request: HttpRequest,
  { fetch, signal, provider }: { fetch: typeof globalThis.fetch; signal: AbortSignal; provider: string },
): Promise<HttpResponse> {
  const { url, method = 'GET', redirect = 'follow', headers, body } = request
  const init = { method, redirect, signal, ...(headers && { headers }), ...(body !== undefined && { body }) }
  try {
    const response = await fetch(url, init)
    const text = await readText(response, provider)
    return new HttpResponse({ status: response.status, headers: response.headers, text, type: response.type })
  } catch (cause) {
    if (cause instanceof ValidationError) throw cause
    // What was never sent is no failure of the network, which would be tried again and held against the venue. Looked at
    // only now: a `fetch` of the caller's own may know addresses that are relative to something.
    try {
      new Request(url, init)
    } catch {
      throw new InvalidKeyError(`${provider} could not be asked. Check the key and "baseUrl".`, { provider })
    }
    // The cause is left out: fetch puts the whole URL in it.
    const origin = parseUrl(url)?.origin ?? 'baseUrl'
    throw new NetworkError(
      `${provider} could not be reached at ${origin} (${reasonOf(cause)}). Check the network.`,
      { provider },
    )
  }
}

async function readText({ body, headers }: Response, provider: string): Promise<string> {
  const chunks = await readChunks(body, provider)
  const [first, second] = chunks[0] ?? []
  if (first !== 0x1f || second !== 0x8b) return bodyText(chunks, headers.get('content-type'))
  const unzipped = new Blob(chunks).stream().pipeThrough(new DecompressionStream('gzip'))
  return bodyText(await readChunks(unzipped, provider), headers.get('content-type'))
}

async function readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  provider: string,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = body?.getReader()
  if (!reader) return []
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks
    size += value.byteLength
    if (size > maxBodyBytes) {
      reader.cancel().catch(() => {})
      throw new ValidationError({ provider, path: '', expected: 'at most 64 MiB', got: 'a larger body' })
    }
    chunks.push(value)
  }
}

/** The system's code where there is one, as `ENOTFOUND`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? String(cause.code) : cause.message
}
