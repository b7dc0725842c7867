import { InvalidKeyError } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  statusError,
  toNewsItem,
  Wire,
} from '../../provider/index.ts'
import { fromAlpaca } from './symbols.ts'

const provider = 'alpaca'

/** Articles of one page, newest first, that speak of the wanted text. */
export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const words = query.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  return bodyOf(response, query)
    .at('news')
    .items()
    .flatMap((article) => toNews(article) ?? [])
    .filter(({ title, summary }) => {
      const text = `${title} ${summary ?? ''}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
}

/** The page after this one, while the caller wants more than the venue gives at once. */
export function nextNewsPage(
  response: HttpResponse,
  query: NewsQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  const token = bodyOf(response, query).at('next_page_token').textOrNull()
  const url = new URL(request.url)
  // A fragment is never sent: it counts what was asked for, which an answer alone does not tell.
  const asked = Number(url.hash.slice(1)) + Number(url.searchParams.get('limit'))
  if (token === null || token === '' || asked >= query.limit) return undefined
  url.searchParams.set('page_token', token)
  url.searchParams.set('limit', String(Math.min(query.limit - asked, 50)))
  url.hash = String(asked)
  return { ...request, url: url.href }
}

function bodyOf(response: HttpResponse, query: NewsQuery): Wire {
  // A wrong key is a 403 here.
  if (response.status === 403)
    throw new InvalidKeyError('alpaca does not accept the keys (403). Check both.', { provider })
  const error = statusError(provider, response, query.now)
  if (error) throw error
  return new Wire(provider, response.json(provider))
}

function toNews(article: Wire): NewsItem | undefined {
  const images = article.at('images').itemsOrNone()
  return toNewsItem({
    provider,
    time: article.at('created_at').instant(),
    title: article.at('headline').text(),
    summary: article.at('summary').textOrNull(),
    url: article.at('url').textOrNull() ?? '',
    source: article.at('source').textOrNull() ?? 'Benzinga',
    author: article.at('author').textOrNull(),
    imageUrl: images[0]?.at('url').textOrNull(),
    instruments: article
      .at('symbols')
      .itemsOrNone()
      .map((symbol) => fromAlpaca(symbol.text()))
      .filter((instrument) => instrument !== undefined),
    language: 'en',
  })
}
