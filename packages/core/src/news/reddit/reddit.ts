import {
  InvalidParameterError,
  NotEntitledError,
  UpstreamError,
  ValidationError,
} from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import {
  type CredentialFlow,
  defineProvider,
  type HttpRequest,
  type HttpResponse,
  type Limit,
  type NewsQuery,
  statusError,
  Wire,
} from '../../provider/index.ts'
import { joinNews } from '../../provider/news/joinNews.ts'
import { matching } from '../../provider/news/matches.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'

export type RedditOptions = {
  clientId: string
  clientSecret: string
  /** What Reddit asks for: `platform:app-id:version (by /u/name)`. */
  userAgent: string
  /** @default ['stocks', 'investing', 'wallstreetbets'] */
  subreddits?: readonly string[]
  /** @default 'https://oauth.reddit.com' */
  baseUrl?: string
  /** Where the token is issued. @default 'https://www.reddit.com' */
  authUrl?: string
  /** @default Reddit's 100 a minute */
  limits?: readonly Limit[]
}

const id = 'reddit'

/** Most posts in one listing. */
const pageSize = 100

/**
 * Posts of subreddits, through an app's own token (OAuth 2.0, client credentials). Since November 2025 new apps need
 * Reddit's approval (Responsible Builder Policy), so treat it as optional. The rate headers of each answer are obeyed.
 *
 * @throws {StarkMatterError} INVALID_KEY, the app's id or secret is wrong
 * @throws {StarkMatterError} NOT_ENTITLED, a subreddit is private or banned
 * @see https://www.reddit.com/dev/api
 */
export function reddit(options: RedditOptions) {
  const {
    clientId,
    clientSecret,
    userAgent,
    baseUrl = 'https://oauth.reddit.com',
    authUrl = 'https://www.reddit.com',
  } = options
  const { subreddits = ['stocks', 'investing', 'wallstreetbets'], limits = [{ tokens: 100, every: '1m' }] } =
    options
  if (!clientId || !clientSecret)
    throw new InvalidParameterError('clientId', 'id and secret of an approved app', clientId)
  if (!userAgent)
    throw new InvalidParameterError('userAgent', 'platform:app-id:version (by /u/name)', userAgent)
  for (const name of subreddits) {
    if (!/^\w{2,21}$/.test(name)) throw new InvalidParameterError('subreddits', 'names without "r/"', name)
  }
  const place = `/r/${subreddits.join('+')}`

  return defineProvider({
    id,
    title: 'Reddit',
    limits,
    pauseMs,
    symbols: plainSymbols,
    credential: tokenFlow(`${authUrl}/api/v1/access_token`, clientId, clientSecret, userAgent),
    getNews: {
      needsCredential: true,
      request: (query, { token = '' }) => ({
        url: `${baseUrl}${place}/${searchOf(query)}`,
        headers: { authorization: `Bearer ${token}`, 'user-agent': userAgent },
      }),
      parse: readPosts,
      next: nextPage,
      join: joinNews,
    },
  })
}

function tokenFlow(url: string, clientId: string, clientSecret: string, userAgent: string): CredentialFlow {
  return {
    *steps() {
      const response = yield {
        method: 'POST',
        url,
        headers: {
          authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': userAgent,
        },
        body: 'grant_type=client_credentials',
      }
      const error = statusError(id, response)
      if (error) throw error
      return { token: new Wire(id, response.json(id)).at('access_token').text() }
    },
    isRejected: ({ status }) => status === 401,
    // Tokens live an hour; a minute is left for calls under way.
    maxAgeMs: 59 * 60_000,
  }
}

/** `x-ratelimit-remaining` requests are left until `x-ratelimit-reset` seconds from now. */
function pauseMs({ headers }: HttpResponse): number | undefined {
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN)
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  return remaining < 1 && reset > 0 ? reset * 1000 : undefined
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
