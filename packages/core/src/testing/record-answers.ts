import {
  type Credential,
  type HttpRequest,
  HttpResponse,
  loadOperation,
  type Provider,
} from '../provider/index.ts'
import { loadProvider } from './load-provider.ts'
import {
  type HttpOperationName,
  httpOperation,
  httpOperationNames,
  type SampleQuery,
  sampleQuery,
} from './sample-query.ts'

export type RecordedAnswers = Partial<Record<HttpOperationName, HttpResponse>>

/**
 * Asks a venue one question for each operation of a provider, over HTTP, and keeps the first page of each answer: the material
 * for `describeProvider`.
 *
 * @example
 * const venue = await createFakeMassive()
 * const provider = massive(venue.options)
 * const answers = await recordAnswers(provider, { now: venue.market.now })
 */
export async function recordAnswers(
  declared: Provider,
  fields: Partial<SampleQuery> = {},
): Promise<RecordedAnswers> {
  const provider = await loadProvider(declared)
  const credential = await obtain(provider)
  const answers: RecordedAnswers = {}
  for (const name of httpOperationNames) {
    const operation = httpOperation(provider, name)
    if (operation)
      answers[name] = await send(operation.request(sampleQuery(provider, name, fields), credential))
  }
  return answers
}

/** Runs the provider's credential flow, where it has one. */
export async function obtain({ credential }: Provider): Promise<Credential> {
  const steps = credential && (await loadOperation(credential)).steps()
  if (!steps) return {}
  let step = steps.next()
  while (!step.done) step = steps.next(await send(step.value))
  return step.value
}

async function send(request: HttpRequest): Promise<HttpResponse> {
  const { url, method = 'GET', headers, body, redirect = 'follow' } = request
  const response = await fetch(url, {
    method,
    redirect,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  })
  return new HttpResponse({
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  })
}
