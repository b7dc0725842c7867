import { parseUrl } from '../parse-url.ts'

const tracking =
  /^(?:utm_.*|\w{1,3}clk?id|[gw]braid|li_fat_id|_g[al]|_hs\w+|hsCtaTracking|mkt_tok|ftcamp|sharetype|segmentid|xtor|__twitter_impression|mc_[ce]id|igshid|cmpid|cmp|at_(?:medium|campaign|link_\w+|custom\d)|s?mid_?share|guccounter|guce_.*|\.tsrc|soc_(?:src|trk)|feedref|srnd|ref|ref_src|src|smid|ncid|sr_share|taid|ito)$/i
/** Names that may say which article is meant, or that a reader came from a feed. */
const origins = /^(?:mod|source|partner|emc|from|via|medium|campaign|channel)$/i
const feed = /(?:^|[_-])(?:rss|feed|atom)(?:$|[_-])/i

/**
 * The address of an article without what only follows the reader; `undefined` for anything but http and https. A copy
 * for fast phones that lies in somebody's cache is the article itself.
 *
 * @example
 * canonicalUrl('HTTPS://Example.com/a/?utm_source=x#top') // 'https://example.com/a'
 */
export function canonicalUrl(address: string): string | undefined {
  const trimmed = address.trim()
  const found = trimmed.length > 2_048 ? undefined : parseUrl(trimmed)
  if (!found) return undefined
  const url = cached(found)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  // `#!/story/1` is the address of a page within a page, as are no others.
  if (!url.hash.startsWith('#!')) url.hash = ''
  for (const [name, value] of [...url.searchParams])
    if (tracking.test(name) || (origins.test(name) && feed.test(value))) url.searchParams.delete(name)
  url.searchParams.sort()
  url.hostname = url.hostname.replace(/\.$/, '')
  url.pathname = url.pathname
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/%[\da-f]{2}/gi, spelled)
    .replace(/(?<!^)\/+$/, '')
  return url.href
}

/** Escapes of letters that need none are these letters; the others are in capitals. */
function spelled(code: string): string {
  const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16))
  return /[\w.~-]/.test(letter) ? letter : code.toUpperCase()
}

/** `https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a` is `https://www.example.com/a`. */
function cached(url: URL): URL {
  const [, secure, rest] =
    /\.cdn\.ampproject\.org$/.test(url.hostname) || /^www\.google\.[a-z.]+$/.test(url.hostname)
      ? (/^\/(?:amp|[cv])\/(s\/)?([^/]+\.[^/]+\/.*)$/.exec(url.pathname) ?? [])
      : []
  const inner = `${secure ? 'https' : 'http'}://${rest}${url.search}`
  return (rest && parseUrl(inner)) || url
}
