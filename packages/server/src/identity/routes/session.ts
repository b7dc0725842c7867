import { RateLimitError } from '@starkmatter/core'
import * as z from 'zod'
import { defineRoute, type Route } from '../../gateway/route.ts'
import { nameKey } from '../../store/accounts/account-store.ts'
import { AccessError } from '../AccessError.ts'
import { type AccountsContext, welcome } from '../accounts-context.ts'
import { addressKey } from '../address-key.ts'
import { endSessionCookie, readSessionCookie } from '../cookie.ts'
import { register } from '../invitation.ts'
import { readPassword } from '../password.ts'
import { accountName, emptySchema, passwordText, secretText, waysSchema, welcomeSchema } from '../schemas.ts'

/** Signing in, staying signed in and signing out. All lie in one folder, since the cookie of a session is sent to it alone. */
export function sessionRoutes(context: AccountsContext): Route[] {
  const { store, sessions, passwords, attempts, credentials, registration, tokens } = context

  const waysRoute = defineRoute({
    path: '/v1/session/ways',
    summary: 'How to sign in here.',
    access: 'open',
    response: waysSchema,
    answer: async () =>
      JSON.stringify({ required: true, registration, hasAccounts: await store.hasAccounts() }),
  })

  const signInRoute = defineRoute({
    method: 'POST',
    path: '/v1/session/sign-in',
    summary: 'Signs in with a name and a password.',
    access: 'open',
    body: z.strictObject({ name: accountName, password: passwordText }),
    response: welcomeSchema,
    async answer({ body: { name, password }, caller }) {
      await assertFew(attempts.address, addressKey(caller.address))
      await assertFew(attempts.account, nameKey(name))
      const account = await store.findAccountByName(name)
      const isRight = await passwords.matches(password, account?.passwordHash)
      if (!account || !isRight)
        throw new AccessError('UNAUTHENTICATED', 'The name or the password is not right.')
      await attempts.account.clear(nameKey(name))
      return welcome(context, { account, ...(await sessions.begin(account, caller)) }, caller)
    },
  })

  const registerRoute = defineRoute({
    method: 'POST',
    path: '/v1/session/register',
    summary: 'Makes an account, with an invitation where one is needed, and signs in.',
    access: 'open',
    body: z.strictObject({ name: accountName, password: passwordText, invitation: secretText.optional() }),
    response: welcomeSchema,
    async answer({ body: { name, password, invitation }, caller }) {
      await assertFew(attempts.address, addressKey(caller.address))
      const text = readPassword(password, name)
      const passwordHash = await passwords.hash(text)
      const account = await register(context, { name, passwordHash, invitation })
      return welcome(context, { account, ...(await sessions.begin(account, caller)) }, caller)
    },
  })

  const refreshRoute = defineRoute({
    method: 'POST',
    path: '/v1/session/refresh',
    summary: 'A new access token, for the cookie of the session, which is replaced.',
    access: 'open',
    response: welcomeSchema.or(z.object({ account: z.null() })),
    async answer({ caller }) {
      const refreshToken = readSessionCookie(caller)
      // Nobody has signed in: the answer to a page's first question, and no error.
      if (refreshToken === undefined) return JSON.stringify({ account: null })
      const refreshed = await sessions.refresh(refreshToken, caller).catch((error: unknown) => {
        if (error instanceof AccessError) return undefined
        throw error
      })
      if (!refreshed)
        return {
          text: JSON.stringify({ account: null }),
          headers: { 'set-cookie': endSessionCookie(caller) },
        }
      return welcome(context, refreshed, caller)
    },
  })

  const signOutRoute = defineRoute({
    method: 'POST',
    path: '/v1/session/sign-out',
    summary: 'Ends the session of the cookie.',
    access: 'open',
    status: 204,
    response: emptySchema,
    async answer({ caller }) {
      const refreshToken = readSessionCookie(caller)
      const ended = refreshToken === undefined ? undefined : await sessions.end(refreshToken)
      if (ended) credentials.forget(({ credential }) => credential?.id === ended.id)
      return { text: '', headers: { 'set-cookie': endSessionCookie(caller) } }
    },
  })

  const keysRoute = defineRoute({
    path: '/v1/session/keys.json',
    summary: 'The public keys that access tokens are signed with, as a JSON Web Key Set.',
    access: 'open',
    response: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) }),
    answer: async () => JSON.stringify(await tokens.publicKeys()),
  })

  return [waysRoute, signInRoute, registerRoute, refreshRoute, signOutRoute, keysRoute]
}

/** @throws {RateLimitError} there were too many attempts */
async function assertFew(limiter: AccountsContext['attempts']['account'], key: string): Promise<void> {
  const retryAfterMs = await limiter.take(key)
  if (retryAfterMs === undefined) return
  const minutes = Math.ceil(retryAfterMs / 60_000)
  throw new RateLimitError(`Too many attempts to sign in. Try again in ${minutes} min.`, {
    provider: 'accounts',
    retryAfterMs,
  })
}
