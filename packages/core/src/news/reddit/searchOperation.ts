import { NotEntitledError, UpstreamError, ValidationError } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  statusError,
  Wire,
} from '../../provider/index.ts'
import { booleanQuery } from '../../provider/news/booleanQuery.ts'
import { mentioned } from '../../provider/news/mentions.ts'
import { joinNews, selectNews } from '../../provider/news/selectNews.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'

const id = 'reddit'

/** Most posts in one listing, and on all its pages. */
const pageSize = 100
const mostPosts = 1_000

/** Searches the subreddits under an address, or lists their newest posts, page by page. */
export function searchOperation(url: string, userAgent: string) {
  return {
    needsCredential: true,
    request: (query: NewsQuery, { token = '' }: Readonly<Record<string, string>>): HttpRequest => ({
      url: `${url}/${searchOf(query)}`,
      headers: { authorization: `Bearer ${token}`, 'user-agent': userAgent },
    }),
    parse: readPosts,
    next: nextPage,
    join: joinNews,
  }
}

function searchOf(query: NewsQuery): string {
  const { end, limit } = query
  const common = { limit: String(end === undefined ? Math.min(limit, pageSize) : pageSize), raw_json: '1' }
  const words = booleanQuery(query)
  if (words === '') return `new?${new URLSearchParams(common)}`
  return `search?${new URLSearchParams({ q: words, restrict_sr: '1', sort: 'new', ...common })}`
}

/**
 * A listing names where the next begins. What is older than the question's start is not gone after; what is newer than its
 * end, of which Reddit cannot be told, is passed over.
 */
function nextPage(
  response: HttpResponse,
  { limit, start, end = Number.POSITIVE_INFINITY }: NewsQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  const url = new URL(request.url)
  const data = new Wire(id, response.json(id)).at('data')
  const after = data.maybe('after').textOrNull()
  const had = Number(url.searchParams.get('count') ?? 0) + pageSize
  const times = data
    .at('children')
    .items()
    .map((child) => (child.at('data').maybe('created_utc').numberOrNull() ?? 0) * 1000)
  const oldest = times.at(-1)
  if (!after || oldest === undefined || had >= mostPosts || (start !== undefined && oldest < start))
    return undefined
  // A fragment is never sent: it counts the posts that are newer than wanted.
  const late = Number(url.hash.slice(1)) + times.filter((time) => time >= end).length
  if (had - late >= limit) return undefined
  url.hash = String(late)
  url.searchParams.set('after', after)
  url.searchParams.set('count', String(had))
  return { ...request, url: url.href }
}

function readPosts(response: HttpResponse, query: NewsQuery): NewsItem[] {
  const { status } = response
  if (status === 403 || status === 404) {
    throw new NotEntitledError(`Reddit refuses (${status}): a subreddit is private, banned or misspelt.`, {
      provider: id,
    })
  }
  const error = statusError(id, response, query.now)
  if (error) throw error
  if (response.text.trimStart().startsWith('<'))
    throw new UpstreamError('Reddit answered with a page.', { provider: id, status })
  const listing = new Wire(id, response.json(id))
  const kind = listing.at('kind').text()
  if (kind !== 'Listing')
    throw new ValidationError({
      provider: id,
      path: 'kind',
      expected: '"Listing"',
      got: JSON.stringify(kind),
    })
  const items = listing
    .at('data')
    .at('children')
    .items()
    .flatMap((child) => {
      // Listings may mix in comments and adverts.
      if (child.at('kind').text() !== 't3') return []
      const post = child.at('data')
      const item = toNewsItem({
        provider: id,
        time: Math.round(post.at('created_utc').number() * 1000),
        title: post.at('title').text(),
        summary: post.at('selftext').textOrNull(),
        url: `https://www.reddit.com${post.at('permalink').text()}`,
        source: `r/${post.at('subreddit').text()}`,
        author: post.at('author').textOrNull(),
      })
      return item ? [item] : []
    })
  // The venue has searched already: the words need not stand in the text that it shows.
  return selectNews(items, { ...query, text: undefined }).map((item) => ({
    ...item,
    instruments: mentioned(`${item.title} ${item.summary ?? ''}`, query.instruments),
  }))
}
