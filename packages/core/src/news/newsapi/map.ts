import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  statusError,
  Wire,
} from '../../provider/index.ts'
import { mentioned } from '../../provider/news/mentions.ts'
import { selectNews } from '../../provider/news/selectNews.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'
import { isEndOfPlan, refusal } from './errors.ts'

/** Most articles in one answer. */
export const pageSize = 100

/** Articles of an answer, newest first. Those that were taken down (`[Removed]`) are left out. */
export function readArticles(response: HttpResponse, query: NewsQuery, language: string): NewsItem[] {
  if (isEndOfPlan(response)) return []
  const error = refusal(response, query.now) ?? statusError('newsapi', response, query.now)
  if (error) throw error
  const articles = new Wire('newsapi', response.json('newsapi')).at('articles').items()
  const items = articles.flatMap((article) => {
    const title = article.at('title').textOrNull() ?? ''
    const summary = article.at('description').textOrNull()
    const content = article.at('content').textOrNull()
    if (title === '[Removed]') return []
    const item = toNewsItem({
      provider: 'newsapi',
      time: article.at('publishedAt').instant(),
      title,
      summary,
      url: article.at('url').textOrNull() ?? '',
      source: article.at('source').at('name').textOrNull() ?? '',
      author: article.at('author').textOrNull(),
      imageUrl: article.at('urlToImage').textOrNull(),
      instruments: mentioned(`${title} ${summary ?? ''}`, query.instruments),
      language,
      // The vendor ends a cut text with `… [+1210 chars]`.
      truncated: content !== null && /\[\+\d+ chars\]$/.test(content),
    })
    return item ? [item] : []
  })
  // The venue has searched already; it may round the instants, or not look at them.
  return selectNews(items, { ...query, text: undefined })
}

/** The page after `request`'s, where the question wants more than stood there and the vendor has more. */
export function nextPage(
  response: HttpResponse,
  { limit }: NewsQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  if (isEndOfPlan(response)) return undefined
  const url = new URL(request.url)
  const page = Number(url.searchParams.get('page') ?? 1)
  const body = new Wire('newsapi', response.json('newsapi'))
  const total = body.maybe('totalResults').numberOrNull() ?? 0
  const isEmpty = body.at('articles').items().length === 0
  if (isEmpty || page * pageSize >= Math.min(limit, total)) return undefined
  url.searchParams.set('page', String(page + 1))
  return { ...request, url: url.href }
}
