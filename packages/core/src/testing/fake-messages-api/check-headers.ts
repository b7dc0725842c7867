import type { IncomingMessage } from 'node:http'
import type { FakeFailure } from './reply.ts'

/** The version of the API that is spoken; any other is refused. */
const apiVersion = '2026-10-21'

/** Why the API would not even read the body. `apiKey` is the only key that is good, unless it is undefined. */
export function checkHeaders(
  { headers }: IncomingMessage,
  apiKey: string | undefined,
): FakeFailure | undefined {
  const [, key] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? []
  if (key === undefined) {
    return { status: 401, message: 'Authentication is required: send the key as "Authorization: Bearer".' }
  }
  if (apiKey !== undefined && key !== apiKey) return { status: 401, message: 'invalid bearer token' }
  const version = headers['anthropic-version']
  if (version === undefined) return { status: 400, message: 'anthropic-version: header is required' }
  if (version !== apiVersion) {
    return {
      status: 400,
      message: `anthropic-version: "${String(version)}" is not supported, send "${apiVersion}"`,
    }
  }
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (hasBody && !headers['content-type']?.startsWith('application/json')) {
    return { status: 400, message: 'content-type: must be application/json' }
  }
  return undefined
}

/** What may be remembered of a request's headers. */
export function maskedHeaders({ headers }: IncomingMessage): Record<string, string> {
  const secret = /^(authorization|x-api-key|cookie)$/
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secret.test(name) ? '•••' : String(value ?? '')]),
  )
}
