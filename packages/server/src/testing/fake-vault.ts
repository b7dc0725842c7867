import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { listenLocally } from './listen-locally.ts'

/** What a test changes while the Vault runs. */
export type FakeVaultState = {
  isSealed: boolean
  /** Answer nothing at all. */
  isSilent: boolean
  /** So many calls fail with 500 before one is answered. */
  failures: number
  /** Values by path below the mount `secret`. */
  secrets: Record<string, Record<string, unknown>>
  /** Tokens that are accepted, with the seconds that each lasts. */
  tokens: Map<string, { ttl: number; renewable: boolean }>
  /** Roles by the pod token that may take them. */
  roles: Map<string, string>
  leaseSeconds: number
  isRenewable: boolean
  /** Method and path of each call, in order; with the namespace where one was named. */
  calls: string[]
}

/** A Vault with a KV engine, version 2, at `secret/`, and the Kubernetes method, over HTTP on a port of its own. */
export async function startFakeVault(changes: Partial<FakeVaultState> = {}) {
  const state: FakeVaultState = {
    isSealed: false,
    isSilent: false,
    failures: 0,
    secrets: {},
    tokens: new Map([['root-token-1', { ttl: 0, renewable: false }]]),
    roles: new Map(),
    leaseSeconds: 3_600,
    isRenewable: true,
    calls: [],
    ...changes,
  }
  let issued = 0
  const issue = () => {
    const token = `issued-token-${++issued}`
    const { leaseSeconds: ttl, isRenewable: renewable } = state
    state.tokens.set(token, { ttl, renewable })
    return { auth: { client_token: token, lease_duration: ttl, renewable } }
  }

  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const { method, url = '', headers } = request
    const namespace = headers['x-vault-namespace']
    state.calls.push(`${method} ${url}${namespace === undefined ? '' : ` in ${String(namespace)}`}`)
    if (state.failures > 0) {
      state.failures--
      return [500, { errors: ['internal error'] }]
    }
    if (state.isSealed) return [503, { errors: ['Vault is sealed'] }]
    if (url === '/v1/auth/kubernetes/login') {
      const body: unknown = await json(request)
      const { role, jwt } = Object(body)
      return state.roles.get(jwt) === role ? [200, issue()] : [403, { errors: ['permission denied'] }]
    }
    const token = String(headers['x-vault-token'])
    const held = state.tokens.get(token)
    if (!held) return [403, { errors: ['permission denied'] }]
    if (url === '/v1/auth/token/lookup-self') return [200, { data: held }]
    if (url === '/v1/auth/token/renew-self' && method === 'POST') {
      if (!held.renewable) return [400, { errors: ['lease is not renewable'] }]
      return [200, { auth: { client_token: token, lease_duration: state.leaseSeconds, renewable: true } }]
    }
    const [, path = ''] = /^\/v1\/secret\/data\/(.+)$/.exec(url) ?? []
    const data = state.secrets[path]
    if (!data) return [404, { errors: [] }]
    return [200, { data: { data, metadata: { version: 1, created_time: '2026-01-01T00:00:00Z' } } }]
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (state.isSilent) return
    const [status, body] = await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const { port, stop } = await listenLocally(server)
  return { url: `http://127.0.0.1:${port}`, state, stop, [Symbol.asyncDispose]: stop }
}
