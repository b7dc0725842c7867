import { InvalidParameterError } from '../../errors/index.ts'
import { defineProvider, type HttpResponse, type Limit } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'

export type RedditOptions = {
  clientId: string
  clientSecret: string
  /** What Reddit asks for: `platform:app-id:version (by /u/name)`. */
  userAgent: string
  /** @default ['stocks', 'investing', 'wallstreetbets'] */
  subreddits?: readonly string[] | undefined
  /** @default 'https://oauth.reddit.com' */
  baseUrl?: string | undefined
  /** Where the token is issued. @default 'https://www.reddit.com' */
  authUrl?: string | undefined
  /** @default Reddit's 100 a minute */
  limits?: readonly Limit[] | undefined
}

/**
 * Posts of subreddits, through an app's own token (OAuth 2.0, client credentials). Since November 2025 new apps need
 * Reddit's approval (Responsible Builder Policy), so treat it as optional. The rate headers of each answer are obeyed.
 *
 * @throws {StarkMatterError} INVALID_KEY, the app's id or secret is wrong
 * @throws {StarkMatterError} NOT_ENTITLED, a subreddit is private or banned
 * @see https://www.reddit.com/dev/api
 */
export function reddit(options: RedditOptions) {
  const { userAgent, baseUrl = 'https://oauth.reddit.com', authUrl = 'https://www.reddit.com' } = options
  const { subreddits = ['stocks', 'investing', 'wallstreetbets'], limits = [{ tokens: 100, every: '1m' }] } =
    options
  const clientId = keyOf('clientId', options.clientId, 'the id of an approved app')
  const clientSecret = keyOf('clientSecret', options.clientSecret, 'the secret of an approved app')
  if (!userAgent)
    throw new InvalidParameterError('userAgent', 'platform:app-id:version (by /u/name)', userAgent)
  for (const name of subreddits) {
    if (!/^\w{2,21}$/.test(name)) throw new InvalidParameterError('subreddits', 'names without "r/"', name)
  }
  const place = `/r/${subreddits.join('+')}`

  return defineProvider({
    id: 'reddit',
    title: 'Reddit',
    limits,
    pauseMs,
    symbols: plainSymbols,
    credential: {
      load: async () =>
        (await import('./tokenFlow.ts')).tokenFlow(
          `${authUrl}/api/v1/access_token`,
          clientId,
          clientSecret,
          userAgent,
        ),
    },
    getNews: {
      load: async () =>
        (await import('./searchOperation.ts')).searchOperation(`${baseUrl}${place}`, userAgent),
    },
  })
}

/** `x-ratelimit-remaining` requests are left until `x-ratelimit-reset` seconds from now. */
function pauseMs({ headers }: HttpResponse): number | undefined {
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN)
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  return remaining < 1 && reset > 0 ? reset * 1000 : undefined
}
