import type { AssetClass } from '../../market/index.ts'
import { type HttpRequest, type HttpResponse, parseExactJson, Wire } from '../../provider/index.ts'
import { alpacaError } from './errors.ts'

const provider = 'alpaca'

/** The address of each class of instrument: they share the shapes of their answers. */
export function rootOf(assetClass: AssetClass): string {
  if (assetClass === 'crypto') return '/v1beta3/crypto/us'
  return assetClass === 'option' ? '/v1beta1/options' : '/v2/stocks'
}

/** The body of an answer, after a check for errors. */
export function readBody(
  response: HttpResponse,
  query: { now: number; symbol?: string },
  exact = false,
): Wire {
  const error = alpacaError(response, query)
  if (error) throw error
  const json = response.json(provider)
  return new Wire(provider, exact ? parseExactJson(response.text) : json)
}

/** The same question about the page after this answer; nothing where it was the last. */
export function nextPage(response: HttpResponse, request: HttpRequest): HttpRequest | undefined {
  const token = new Wire(provider, response.json(provider)).at('next_page_token').textOrNull()
  if (token === null) return undefined
  const url = new URL(request.url)
  url.searchParams.set('page_token', token)
  return { ...request, url: url.href }
}

/**
 * The page after this one, while the caller wants more than `size`, which is what the venue gives at once.
 *
 * @param got - How much of what was asked for came. @default all of it
 */
export function nextOfLimit(
  response: HttpResponse,
  request: HttpRequest,
  limit: number,
  size: number,
  got?: number,
): HttpRequest | undefined {
  const page = nextPage(response, request)
  if (!page) return undefined
  const url = new URL(page.url)
  // A fragment is never sent: it counts what has come, which an answer alone does not tell.
  const counted = Number(url.hash.slice(1)) + (got ?? Number(url.searchParams.get('limit')))
  if (counted >= limit || got === 0) return undefined
  url.searchParams.set('limit', String(Math.min(limit - counted, size)))
  url.hash = String(counted)
  return { ...page, url: url.href }
}
