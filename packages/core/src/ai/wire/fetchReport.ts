import { BadRequestError, NetworkError, StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { readError } from '../../errors/readError.ts'
import { abortReason } from '../../http/deadline.ts'
import { HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'
import type { AnalystEvent } from '../analyst/analystEvent.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { type DecodeEventsOptions, decodeEvents } from './decodeEvents.ts'

export type FetchReportOptions = DecodeEventsOptions & {
  /** What the report is about: sent as the JSON body of a POST. */
  input: unknown
  headers?: Readonly<Record<string, string>> | undefined
  signal?: AbortSignal | undefined
  fetch?: typeof globalThis.fetch | undefined
}

/**
 * Events of a report that is written on a server, which keeps the model's key and answers with `encodeEvents`. Nothing is
 * sent before the first event is asked for; who stops reading hangs up, and the server cancels the run.
 *
 * @throws {StarkMatterError} what the server answers instead; BAD_REQUEST, outside a page `url` is a path; all that
 * `decodeEvents` throws
 * @example
 * for await (const event of fetchReport<typeof technicalReport>('/reports/technical', { input: { symbol: 'AAPL' } }))
 *   if (event.type === 'final') console.log(event.report.status)
 */
export async function* fetchReport<schema extends ReportSchema>(
  url: string | URL,
  { input, headers, signal, fetch = globalThis.fetch, ...reading }: FetchReportOptions,
): AsyncGenerator<AnalystEvent<schema>, void, void> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
      signal: signal ?? null,
    })
    if (!answer.ok || !answer.body) throw await refusal(answer)
    yield* decodeEvents<schema>(answer.body, reading)
  } catch (cause) {
    if (signal?.aborted) throw abortReason(signal)
    if (StarkMatterError.is(cause)) throw cause
    try {
      new Request(url)
    } catch {
      // A path names no server outside a page.
      throw new BadRequestError('"url" must be a whole address.', { parameter: 'url' })
    }
    throw new NetworkError('The server of reports cannot be reached.', { provider: 'analyst', cause })
  }
}

/** Why there is no report: the server's own words where it has some. */
async function refusal(answer: Response): Promise<StarkMatterError> {
  const { status, headers } = answer
  const response = new HttpResponse({ status, headers, text: await answer.text() })
  const body = jsonOrUndefined(response)
  const told =
    isJsonObject(body) && isJsonObject(body.error) ? readError(body.error, 'analyst', status) : undefined
  return (
    told ??
    statusError('analyst', response) ??
    new UpstreamError('The server of reports answered nothing.', { provider: 'analyst', status })
  )
}
