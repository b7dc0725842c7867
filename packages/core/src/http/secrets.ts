import { StarkMatterError } from '../errors/index.ts'
import { parseUrl } from '../provider/parse-url.ts'

const mask = '•••'
const secretHeader = /auth|key|token|secret|cookie|password/i
const secretParameter = /^(api_?key|key|token|access_token|crumb|signature|secret|password)$/i
const secretFrame = /auth|key|secret|token|jwt|signature/i
/** What is shorter is no key, and would be found in innocent words. */
const shortest = 8
/** Words of a protocol are shorter than keys. */
const shortestSent = 16
/** Whatever the bytes are, letters stay letters. */
const readable = new TextDecoder('latin1')
/** Tokens are renewed for as long as a client lives. */
const mostSecrets = 200

/**
 * What a client sent to say who it is. Some venues say it back, in places where nobody looks for it: whatever is told to a
 * user, a log or a file is cleaned of it.
 */
export class Secrets {
  readonly #texts = new Set<string>()

  learn(text: string): void {
    if (text.length < shortest) return
    this.#texts.add(text)
    const encoded = encodeURIComponent(text)
    if (encoded !== text) this.#texts.add(encoded)
    for (const oldest of this.#texts) {
      if (this.#texts.size <= mostSecrets) break
      this.#texts.delete(oldest)
    }
  }

  /** Of a request: what its headers and its address carry. */
  learnRequest(url: string, headers: Iterable<readonly [name: string, value: string]>): void {
    for (const [name, value] of headers) {
      if (!secretHeader.test(name)) continue
      // `Bearer x`, `A1=x; A3=y`
      for (const part of value.split(/[\s;,]+/)) this.learn(part.replace(/^[^=]{1,40}=(?=[^=])/, ''))
      for (const part of fromBasic(value)) this.learn(part)
    }
    for (const [name, value] of parseUrl(url)?.searchParams ?? [])
      if (secretParameter.test(name)) this.learn(value)
  }

  /** Of a frame by which a client says who it is. */
  learnFrame(frame: string | Uint8Array): void {
    const text = typeof frame === 'string' ? frame : readable.decode(frame)
    if (!secretFrame.test(text)) return
    const found = text.matchAll(typeof frame === 'string' ? /"([^"\\]*)"/g : /([!-~]+)/g)
    for (const [, word = ''] of found) {
      if (word.length >= shortestSent) this.learn(word)
      // In binary frames the length stands before a text, and may look like a letter of it.
      if (typeof frame !== 'string' && word.charCodeAt(0) === word.length - 1) this.learn(word.slice(1))
    }
  }

  clean(text: string): string {
    let cleaned = text
    for (const secret of this.#texts) {
      if (cleaned.includes(secret)) cleaned = cleaned.replaceAll(secret, mask)
    }
    return cleaned
  }

  /** Cleans an error and its causes, in place. */
  cleanError(error: unknown): void {
    if (!(error instanceof Error)) return
    const names = StarkMatterError.is(error) ? Object.getOwnPropertyNames(error) : ['message', 'stack']
    for (const name of names) {
      const value: unknown = Reflect.get(error, name)
      if (typeof value !== 'string') continue
      const cleaned = this.clean(value)
      if (cleaned !== value) Object.defineProperty(error, name, { value: cleaned })
    }
    this.cleanError(error.cause)
  }
}

/** User and password of `Basic`. */
function fromBasic(header: string): string[] {
  const [, encoded = ''] = /^basic\s+([\w+/]+=*)$/i.exec(header) ?? []
  try {
    return atob(encoded).split(':')
  } catch {
    return []
  }
}
