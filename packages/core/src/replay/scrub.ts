import { redact } from '../errors/index.ts'

const mask = '•••'
const secretHeader = /auth|key|token|secret|cookie|password|apca/i
const secretParameter = /^(api_?key|key|token|access_token|crumb|signature|secret|password)$/i
const tokenInJson = /("(?:access|refresh|id)_token"\s*:\s*")[^"]+/gi
const tokenPage = /crumb|token/i
const shortest = 6

/**
 * Takes secrets out of what is recorded: those that were given, and those that requests carry in headers and addresses,
 * wherever they turn up afterwards.
 */
export class Scrub {
  readonly #secrets = new Set<string>()

  constructor(secrets: readonly string[]) {
    for (const secret of secrets) this.#learn(secret)
  }

  /** Learns from a request what must not be told. */
  request(url: string, headers: Headers): void {
    for (const [name, value] of headers) {
      if (!secretHeader.test(name)) continue
      for (const part of value.split(/[\s;,]+/)) this.#learn(part.replace(/^[^=]{1,40}=(?=.)/, ''))
      this.#learn(value)
    }
    if (!URL.canParse(url)) return
    for (const [name, value] of new URL(url).searchParams) if (secretParameter.test(name)) this.#learn(value)
  }

  text(text: string): string {
    let clean = text
    for (const secret of this.#secrets) {
      if (clean.includes(secret)) clean = clean.replaceAll(secret, mask)
      const encoded = encodeURIComponent(secret)
      if (encoded !== secret) clean = clean.replaceAll(encoded, mask)
    }
    return clean
  }

  url(url: string): string {
    return this.text(redact(url))
  }

  /** A body. That of a page that hands out tokens is one. */
  body(url: string, text: string): string {
    const isToken = URL.canParse(url) && tokenPage.test(new URL(url).pathname) && !/[\s{<]/.test(text)
    if (isToken) {
      this.#learn(text)
      return mask
    }
    return this.text(text.replace(tokenInJson, `$1${mask}`))
  }

  header(name: string, value: string): string {
    return secretHeader.test(name) ? value.replace(/=[^;,]+/g, `=${mask}`) : this.text(value)
  }

  #learn(secret: string): void {
    if (secret.length >= shortest) this.#secrets.add(secret)
  }
}
