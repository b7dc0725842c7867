import { StarkMatterError, ValidationError } from '../errors/index.ts'
import { type HttpRequest, HttpResponse } from '../provider/index.ts'
import { bodyText } from './body-text.ts'
import { untilAborted } from './deadline.ts'
import { damagedBody, requestFailure } from './request-failure.ts'

const maxBodyBytes = 64 * 2 ** 20

/**
 * Sends one request and reads the whole answer. Ends when `signal` does, even if `fetch` or the server ignores it.
 * What comes compressed and does not say so, as files named `.gz` do, is read all the same.
 *
 * @throws {NetworkError} the venue could not be reached, or broke off
 * @throws {UpstreamError} its answer is compressed, and damaged
 * @throws {TimeoutError} a signal that `fetch` adds ended the request
 * @throws {InvalidKeyError} a header cannot be sent
 * @throws {BadRequestError} the address is none
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
  const { url, method = 'GET', redirect = 'follow', headers = {}, body = null } = request
  const begin = performance.now()
  try {
    const response = await fetch(url, { method, redirect, signal, headers, body })
    const text = await readText(response, provider)
    return new HttpResponse({ status: response.status, headers: response.headers, text, type: response.type })
  } catch (cause) {
    throw StarkMatterError.is(cause) ? cause : requestFailure(cause, request, provider, begin)
  }
}

async function readText({ body, headers }: Response, provider: string): Promise<string> {
  const chunks = await readChunks(body, provider)
  const [first, second] = chunks[0] ?? []
  if (first !== 0x1f || second !== 0x8b) return bodyText(chunks, headers.get('content-type'))
  const unzipped = new Blob(chunks).stream().pipeThrough(new DecompressionStream('gzip'))
  const unpacked = await readChunks(unzipped, provider).catch((cause: unknown) => {
    throw StarkMatterError.is(cause) ? cause : damagedBody(provider)
  })
  return bodyText(unpacked, headers.get('content-type'))
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
