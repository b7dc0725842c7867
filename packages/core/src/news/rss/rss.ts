import { InvalidParameterError, redact } from '../../errors/index.ts'
import { defineProvider } from '../../provider/index.ts'
import { plainSymbols } from '../../provider/news/plainSymbols.ts'
import { parseUrl } from '../../provider/parse-url.ts'

export type RssOptions = {
  /** Address of the feed, http or https. */
  url: string
  /** @default `rss-` and the host */
  id?: string | undefined
  /** Name for people. @default the feed's own */
  title?: string | undefined
  /** Some publishers, the SEC among them, want to know who asks: a name and a mail address. */
  userAgent?: string | undefined
}

/**
 * One feed: RSS 2.0, Atom or RDF. A feed cannot be searched, so a text or symbols choose among what it holds.
 * For several feeds make several providers: `feeds.map((url) => rss({ url }))`, and read them with `collectNews`.
 *
 * @throws {StarkMatterError} VALIDATION, it is no feed, or one that declares entities of its own
 */
export function rss(options: RssOptions) {
  const { url, userAgent } = options
  if (!/^https?:$/.test(parseUrl(url)?.protocol ?? '')) {
    throw new InvalidParameterError('url', 'an http or https address', redact(String(url)))
  }
  const { hostname, pathname } = new URL(url)
  const id = options.id ?? idOf(`${hostname}${pathname}`)

  return defineProvider({
    id,
    title: options.title ?? hostname.replace(/^www\./, ''),
    limits: [{ tokens: 2, every: '1s' }],
    symbols: plainSymbols,
    getNews: {
      load: async () =>
        (await import('./feedOperation.ts')).feedOperation({ id, url, title: options.title, userAgent }),
    },
  })
}

function idOf(address: string): string {
  const words = address
    .toLowerCase()
    .replace(/^www\./, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return ['rss', ...words].join('-').slice(0, 60).replace(/-$/, '')
}
