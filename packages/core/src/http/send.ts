import { NetworkError, redact, ValidationError } from '../errors/index.ts'
import { type HttpRequest, HttpResponse } from '../provider/index.ts'
import { parseUrl } from '../provider/parse-url.ts'
import { bodyText } from './body-text.ts'
import { untilAborted } from './deadline.ts'

const maxBodyBytes = 64 * 2 ** 20

/**
 * Sends one request and reads the whole answer. Ends when `signal` does, even if `fetch` or the server ignores it.
 *
 * @throws {NetworkError} the venue could not be reached, or broke off
 * What comes compressed and does not say so, as files named `.gz` do, is read all the same.
 *
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
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      redirect: request.redirect ?? 'follow',
      signal,
      ...(request.headers && { headers: request.headers }),
      ...(request.body !== undefined && { body: request.body }),
    })
    const text = await readText(response, provider)
    const { status, headers, type } = response
    return new HttpResponse({ status, headers, text, type })
  } catch (cause) {
    if (cause instanceof ValidationError) throw cause
    // The cause is left out: fetch puts the whole URL in it.
    throw new NetworkError(
      `${provider} could not be reached at ${originOf(request.url)} (${reasonOf(cause)}). Check the network.`,
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

function originOf(url: string): string {
  return parseUrl(url)?.origin ?? 'an address that is not a URL'
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return redact(String(error))
  const { cause } = error
  const inner =
    cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : error.message
  return redact(inner)
}
