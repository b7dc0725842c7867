import { type StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { readError } from '../../errors/readError.ts'
import {
  type HttpResponse,
  isJsonObject,
  type JsonObject,
  jsonOrUndefined,
  statusError,
} from '../../provider/index.ts'

/** Throws the error that an answer stands for; returns when it is data. */
export function assertData(response: HttpResponse, now: number): void {
  if (response.ok) return
  const body = jsonOrUndefined(response)
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : undefined
  throw (
    (error && errorOf(error, response.status)) ?? statusError('gateway', response, now) ?? noGateway(response)
  )
}

/** The gateway's own error again. `undefined` for a body that is none. */
export function errorOf(error: JsonObject, status?: number): StarkMatterError | undefined {
  return readError(error, 'gateway', status)
}

function noGateway({ status }: HttpResponse): UpstreamError {
  return new UpstreamError(`The gateway answered with HTTP status ${status}. Check its address.`, {
    provider: 'gateway',
    status,
  })
}
