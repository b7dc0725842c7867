import { createClient } from '@starkmatter/core'
import fastify, { type InjectOptions } from 'fastify'
import * as z from 'zod'
import { createGateway } from '../gateway/createGateway.ts'
import type { GatewayOptions } from '../gateway/options.ts'
import { type AccountsOptions, createAccounts } from '../identity/createAccounts.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { testProvider } from './test-provider.ts'

export const password = 'correct horse battery'

const welcome = z.object({
  accessToken: z.string(),
  expiresAt: z.number(),
  account: z.object({ id: z.string(), name: z.string(), role: z.string() }),
})

/** A gateway with accounts, and what a browser does with it. */
export async function serveAccounts(
  options: Partial<Omit<AccountsOptions, 'store'>> & { store?: AccountStore } = {},
  gatewayOptions: Partial<GatewayOptions> = {},
) {
  const { store = createMemoryStore().accounts } = options
  const accounts = createAccounts({ ...options, store })
  const app = fastify()
  const { provider, emit } = testProvider({ simulated: true })
  const client = createClient({ providers: [provider] })
  await app.register(createGateway({ client, identity: accounts, ...gatewayOptions }))

  /** A browser of one person: keeps the cookie, and the access token in memory. */
  function browser() {
    let cookie: string | undefined
    let token: string | undefined
    const send = async (method: NonNullable<InjectOptions['method']>, url: string, payload?: object) => {
      const response = await app.inject({
        method,
        url,
        ...(payload && { payload }),
        headers: {
          host: 'market.example',
          ...(method !== 'GET' && { origin: 'https://market.example' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(cookie !== undefined && url.includes('/v1/session/') && { cookie }),
        },
      })
      const [set] = [response.headers['set-cookie']].flat()
      if (set !== undefined) cookie = /Max-Age=0/.test(set) ? undefined : set.split(';')[0]
      const body: unknown = response.body === '' ? undefined : response.json()
      const read = welcome.safeParse(body)
      if (read.success) token = read.data.accessToken
      return {
        status: response.statusCode,
        body,
        setCookie: set,
        text: response.body,
        headers: response.headers,
      }
    }
    return {
      send,
      get cookie() {
        return cookie
      },
      set cookie(value) {
        cookie = value
      },
      get token() {
        return token
      },
      set token(value) {
        token = value
      },
      register: (name: string, invitation?: string) =>
        send('POST', '/v1/session/register', {
          name,
          password,
          ...(invitation !== undefined && { invitation }),
        }),
      signIn: (name: string, typed = password) =>
        send('POST', '/v1/session/sign-in', { name, password: typed }),
      refresh: () => send('POST', '/v1/session/refresh'),
    }
  }

  /** The first account, an admin, in a browser of its own. */
  async function first(name = 'root') {
    const admin = browser()
    await admin.register(name, await accounts.inviteFirst())
    return admin
  }

  return { app, store, accounts, browser, first, emit }
}
