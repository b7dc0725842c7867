import { NotEntitledError, UpstreamError, ValidationError } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type NewsQuery,
  statusError,
  Wire,
} from '../../provider/index.ts'
import { joinNews } from '../../provider/news/joinNews.ts'
import { matching } from '../../provider/news/matches.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'

const id = 'reddit'

/** Most posts in one listing. */
const pageSize = 100

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

function searchOf({ text, symbols, limit }: NewsQuery): string {
  const common = { limit: String(Math.min(limit, pageSize)), raw_json: '1' }
  const words = [text, symbols.map((symbol) => `"${symbol}"`).join(' OR ')].filter(Boolean)
  if (words.length === 0) return `new?${new URLSearchParams(common)}`
  return `search?${new URLSearchParams({ q: words.join(' '), restrict_sr: '1', sort: 'new', ...common })}`
}

/** A listing names where the next begins. What is older than the question's start is not gone after. */
function nextPage(
  response: HttpResponse,
  { limit, start }: NewsQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  const url = new URL(request.url)
  const data = new Wire(id, response.json(id)).at('data')
  const after = data.maybe('after').textOrNull()
  const had = Number(url.searchParams.get('count') ?? 0) + pageSize
  const last = data.at('children').items().at(-1)
  const oldest = (last?.at('data').maybe('created_utc').numberOrNull() ?? 0) * 1000
  if (!after || had >= limit || (start !== undefined && oldest < start)) return undefined
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
  return matching(items, { ...query, text: undefined, instruments: [] }).map((item) => ({
    ...item,
    instruments:
      matching([item], { ...query, text: undefined, start: undefined, end: undefined })[0]?.instruments ?? [],
  }))
}
