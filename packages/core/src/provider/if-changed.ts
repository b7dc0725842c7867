import type { HttpRequest, HttpResponse } from './http-message.ts'

/** Longer answers are not worth the memory that holds them until the next time. */
const longest = 2 ** 20

/**
 * The request that asks for an answer only if it has changed, by the `ETag` and `Last-Modified` that came with it;
 * `undefined` where neither did. In a page the answers of other sites have none: the browser asks so by itself, and
 * would need the site's leave to send these headers for somebody else.
 */
export function ifChanged(
  request: HttpRequest,
  { headers, text, type }: HttpResponse,
): HttpRequest | undefined {
  const etag = headers.get('etag')
  const modified = headers.get('last-modified')
  if ((!etag && !modified) || type === 'cors' || text.length > longest) return undefined
  return {
    ...request,
    headers: {
      ...request.headers,
      ...(etag && { 'if-none-match': etag }),
      ...(modified && { 'if-modified-since': modified }),
    },
  }
}
