import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type GuardOptions = {
  /** Names that the server is reached by, without a port. */
  hosts: readonly string[]
  /** Origins of pages that may connect; those of this machine may not, unless they are named. */
  origins: readonly string[]
  /** Bearer token that every request must carry. @default none */
  token?: string | undefined
}

export type Refusal = { status: 401 | 403 | 421; message: string }

/**
 * Why a request is turned away, or `undefined`. A page that resolves its own name to this machine's address (DNS rebinding)
 * is found by the name in `Host`, and any other page by its `Origin`, which browsers always send.
 */
export function refusalOf({ headers, method }: IncomingMessage, options: GuardOptions): Refusal | undefined {
  const { hosts, origins, token } = options
  const { host, origin, authorization } = headers
  if (host === undefined || !hosts.includes(nameOf(host)))
    return { status: 421, message: 'This server is not reached by that name: see STARKMATTER_ALLOWED_HOSTS.' }
  if (origin !== undefined && !origins.includes(origin))
    return { status: 403, message: 'Pages of this origin may not connect: see STARKMATTER_ALLOWED_ORIGINS.' }
  // Browsers ask whether they may send a token before they send one.
  if (token !== undefined && method !== 'OPTIONS' && !isBearer(authorization, token))
    return { status: 401, message: 'Send the token of this server: Authorization: Bearer <token>.' }
  return undefined
}

/** `[::1]:3333` -> `::1`, `localhost:3333` -> `localhost`. */
function nameOf(host: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(host) ?? []
  return (inBrackets ?? host.replace(/:\d+$/, '')).toLowerCase()
}

function isBearer(header: string | undefined, token: string): boolean {
  const [, given = ''] = /^Bearer ([^\s]+)$/i.exec(header ?? '') ?? []
  const [left, right] = [Buffer.from(given), Buffer.from(token)]
  return left.length === right.length && timingSafeEqual(left, right)
}
