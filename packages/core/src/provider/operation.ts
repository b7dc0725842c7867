import type { HttpRequest, HttpResponse } from './http-message.ts'

/** What a credential flow obtained: headers, cookies, a crumb. Never logged, recorded or cached. */
export type Credential = Readonly<Record<string, string>>

/** One thing a provider can do over HTTP, without doing it: the core owns fetch, retries, limits, cache and clock. */
export type HttpOperation<query, result> = {
  /** What to send. Keys go in headers where the venue allows it. */
  request(query: query, credential: Credential): HttpRequest
  /** What the answer means. Throws a StarkMatterError for everything that is not data, HTTP 200 included. */
  parse(response: HttpResponse, query: query): result
  /**
   * The request by which to ask whether this answer to `request` still holds, which status 304 says; the core keeps the
   * answer for then. `undefined` where the venue gives no means to ask.
   */
  again?(request: HttpRequest, answer: HttpResponse): HttpRequest | undefined
  /** The request for the page after this answer to `request`; `undefined` on the last. Pages are asked for in order. */
  next?(response: HttpResponse, query: query, request: HttpRequest): HttpRequest | undefined
  /** Joins the pages, which come in order. Needed where `next` exists. */
  join?(pages: readonly result[], query: query): result
  /** True when `request` needs the provider's credential flow to have run. @default false */
  needsCredential?: boolean | undefined
}

/** Files of the user's own, as the core hands them to a local provider. */
export type Files = {
  /** Paths of the files below a folder, sorted. */
  list(
    folder: string,
    signal: AbortSignal,
  ): Promise<readonly { path: string; size: number; modified: number }[]>
  read(path: string, signal: AbortSignal): Promise<string>
}

export type LocalContext = { now: number; files: Files; signal: AbortSignal }

/** One thing a provider can do without a network: computing, or reading the user's files through the core. */
export type LocalOperation<query, result> = {
  answer(query: query, context: LocalContext): result | Promise<result>
}

/** An operation at hand. */
export type ReadyOperation<query, result> = HttpOperation<query, result> | LocalOperation<query, result>

/**
 * Something that is fetched when it is first used, so that a page that never uses it never loads it. What a client must
 * know of it beforehand (assets, intervals, batch …) stands beside `load`.
 */
export type Late<part> = {
  /** @example `async () => (await import('./late.ts')).lateOperations(context).getProfile` */
  load(): Promise<part>
}

export type Operation<query, result> = ReadyOperation<query, result> | Late<ReadyOperation<query, result>>

/** A first request whose answer leads to the next, until a credential is returned. The core runs it once for all callers. */
export type CredentialFlow = {
  steps(): Generator<HttpRequest, Credential, HttpResponse>
  /** True for an answer that says the credential is no longer good: it is then obtained once more. */
  isRejected(response: HttpResponse): boolean
  /** How long it is trusted without a refusal. @default 1 hour */
  maxAgeMs?: number | undefined
}
