/**
 * What tells an article from all others, whichever way it was linked: its canonical address without the scheme, `www.`,
 * and what leads to the same article for phones.
 *
 * @param url - As `canonicalUrl` gives it.
 * @example
 * articleKey('http://m.example.com/a/amp?id=1') // 'example.com/a?id=1'
 */
export function articleKey(url: string): string {
  const { host, pathname, searchParams, hash } = new URL(url)
  const site = host.replace(/(^|\.)(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/g, '$1')
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/)|\/amp$|\.amp(?=\.html?$)/g, '')
    .replace(/(?:^|\/)$/, '')
  for (const [name, value] of [...searchParams])
    if (/^(?:amp|outputtype|m)$/i.test(name) && /^(?:1|amp|true|)$/i.test(value)) searchParams.delete(name)
  const query = searchParams.toString()
  return `${site}${path}${query && `?${query}`}${hash}`
}
