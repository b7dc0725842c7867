import { InvalidParameterError, redact } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import { defineProvider, type HttpResponse, type NewsQuery, statusError } from '../../provider/index.ts'
import { matching } from '../../provider/news/matches.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'
import { readFeed } from './readFeed.ts'

export type RssOptions = {
  /** Address of the feed, http or https. */
  url: string
  /** @default `rss-` and the host */
  id?: string
  /** Name for people. @default the feed's own */
  title?: string
  /** Some publishers, the SEC among them, want to know who asks: a name and a mail address. */
  userAgent?: string
}

/**
 * One feed: RSS 2.0, Atom or RDF. A feed cannot be searched, so a text or symbols choose among what it holds.
 * For several feeds make several providers: `feeds.map((url) => rss({ url }))`, and read them with `collectNews`.
 *
 * @throws {StarkMatterError} VALIDATION, it is no feed, or one that declares entities of its own
 */
export function rss(options: RssOptions) {
  const { url, userAgent } = options
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InvalidParameterError('url', 'an http or https address', redact(url))
  }
  const { hostname, pathname } = new URL(url)
  const id = options.id ?? idOf(`${hostname}${pathname}`)

  return defineProvider({
    id,
    title: options.title ?? hostname.replace(/^www\./, ''),
    limits: [{ tokens: 2, every: '1s' }],
    symbols: plainSymbols,
    getNews: {
      request: () => ({
        url,
        headers: {
          accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8',
          ...(userAgent && { 'user-agent': userAgent }),
        },
      }),
      parse: (response, query) => readItems(response, query, { id, url, title: options.title }),
    },
  })
}

function readItems(
  response: HttpResponse,
  query: NewsQuery,
  { id, url, title }: { id: string; url: string; title: string | undefined },
): NewsItem[] {
  const error = statusError(id, response, query.now)
  if (error) throw error
  const feed = readFeed(response.text, id, url)
  const items = feed.entries.flatMap((entry) => {
    // An entry without a date is as new as the feed that it stands in.
    const time = entry.time ?? feed.time ?? query.now
    const item = toNewsItem({
      ...entry,
      provider: id,
      time,
      source: title ?? feed.title,
      language: feed.language,
    })
    return item ? [item] : []
  })
  return matching(items, query)
}

function idOf(address: string): string {
  const words = address
    .toLowerCase()
    .replace(/^www\./, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return ['rss', ...words].join('-').slice(0, 60).replace(/-$/, '')
}
