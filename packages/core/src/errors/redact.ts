const mask = '•••'

// Names under which vendors and proxies carry secrets in URLs, headers and JSON bodies.
const secretName =
  'api[-_]?key|apikey|access[-_]?token|refresh[-_]?token|token|crumb|client[-_]?secret|secret|password|signature|authorization|cookie'

const inQuery = new RegExp(`([?&;](?:${secretName})=)[^&#\\s"']+`, 'gi')
const inJson = new RegExp(`("(?:x-)?(?:${secretName})"\\s*:\\s*")[^"]+`, 'gi')
const inHeader = new RegExp(`\\b((?:x-)?(?:${secretName})\\s*:\\s*(?:bearer\\s+|basic\\s+)?)[^\\s,"']+`, 'gi')
const bearer = /\b(bearer\s+)[\w.~+/-]{6,}=*/gi
const userInfo = /(\w+:\/\/)[^/\s:@]+:[^/\s@]+@/g

/**
 * Masks keys, tokens, cookies and passwords in a text that may be shown or logged.
 *
 * @example
 * redact('GET https://host/q?symbol=A&apikey=demo') // 'GET https://host/q?symbol=A&apikey=•••'
 */
export function redact(text: string): string {
  return text
    .replace(inQuery, `$1${mask}`)
    .replace(inJson, `$1${mask}`)
    .replace(bearer, `$1${mask}`)
    .replace(inHeader, `$1${mask}`)
    .replace(userInfo, `$1${mask}@`)
}
