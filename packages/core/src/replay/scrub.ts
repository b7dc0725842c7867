import { redact } from '../errors/index.ts'
import { Secrets } from '../http/secrets.ts'
import { parseUrl } from '../provider/parse-url.ts'

const mask = '•••'
const secretHeader = /auth|key|token|secret|cookie/i
const cookieHeader = /cookie/i
const tokenInJson = /("(?:access|refresh|id)_token"\s*:\s*")[^"]+/gi
const tokenPage = /crumb|token/i

/** Takes secrets out of what is recorded: those that were given, those that were sent, and those that answers hand out. */
export class Scrub extends Secrets {
  constructor(secrets: readonly string[]) {
    super()
    for (const secret of secrets) this.learn(secret)
  }

  url(url: string): string {
    return this.clean(redact(url))
  }

  /** A body. That of a page that hands out a token is one. */
  body(url: string, text: string): string {
    const isToken = tokenPage.test(parseUrl(url)?.pathname ?? '') && !/[\s{<]/.test(text)
    if (isToken) {
      this.learn(text)
      return mask
    }
    return this.clean(text.replace(tokenInJson, `$1${mask}`))
  }

  /** A header of an answer: of cookies the names stay, of what else hands out a secret nothing does. */
  header(name: string, value: string): string {
    if (!secretHeader.test(name)) return this.clean(value)
    return cookieHeader.test(name) ? value.replace(/=[^;,]+/g, `=${mask}`) : mask
  }
}
