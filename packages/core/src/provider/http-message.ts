import { ValidationError } from '../errors/index.ts'

/** A request as data. The core sends it; a provider only describes it. */
export type HttpRequest = {
  method?: 'GET' | 'POST' | undefined
  url: string
  headers?: Readonly<Record<string, string>> | undefined
  body?: string | undefined
  /** How much of the provider's limits it uses up. @default 1 */
  weight?: number | undefined
  /** Redirects are the provider's business where a cookie dance needs them. @default 'follow' */
  redirect?: 'follow' | 'manual' | undefined
}

/** An answer as data: the status, the headers and the whole text. */
export class HttpResponse {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** How `fetch` calls the answer: `cors` where it is that of another site to a page. */
  readonly type: string | undefined
  #json: unknown
  #parsed = false

  constructor(response: {
    status: number
    headers?: HeadersInit | undefined
    text: string
    type?: string | undefined
  }) {
    this.status = response.status
    this.headers = new Headers(response.headers)
    this.text = response.text
    this.type = response.type
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  /**
   * The body as JSON, parsed once.
   *
   * @throws {ValidationError} the body is not JSON: an HTML page, or a text cut short
   */
  json(provider?: string): unknown {
    if (!this.#parsed) {
      try {
        this.#json = JSON.parse(this.text)
      } catch (cause) {
        throw new ValidationError({
          provider,
          path: '',
          expected: 'JSON',
          got: describeText(this.text),
          cause,
        })
      }
      this.#parsed = true
    }
    return this.#json
  }
}

function describeText(text: string): string {
  const start = text.trimStart().slice(0, 60)
  if (start === '') return 'an empty body'
  if (start.startsWith('<')) return `a page of markup (${JSON.stringify(start)})`
  if (start.startsWith('{') || start.startsWith('['))
    return `JSON that breaks off or is malformed (${text.length} characters)`
  return `text (${JSON.stringify(start)})`
}
