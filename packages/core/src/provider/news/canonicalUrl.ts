const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|_ga|_gl|mkt_tok|ftcamp|xtor|__twitter_impression|mc_[ce]id|igshid|cmpid|cmp|guccounter|guce_.*|\.tsrc|ref|ref_src|src|smid|ncid|sr_share|taid|ito)$/i

/**
 * The address of an article without what only follows the reader; `undefined` for anything but http and https.
 *
 * @example
 * canonicalUrl('HTTPS://Example.com/a/?utm_source=x#top') // 'https://example.com/a'
 */
export function canonicalUrl(address: string): string | undefined {
  const trimmed = address.trim()
  if (trimmed.length > 2_048 || !URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '')
  return url.href
}
