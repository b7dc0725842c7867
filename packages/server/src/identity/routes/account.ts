import { BadRequestError, RateLimitError } from '@starkmatter/core'
import * as z from 'zod'
import { defineRoute, type Route } from '../../gateway/route.ts'
import { AccessError } from '../AccessError.ts'
import { type AccountsContext, sessionOf, shownAccount } from '../accounts-context.ts'
import { readPassword } from '../password.ts'
import { accountSchema, emptySchema, idParameter, passwordText } from '../schemas.ts'

/** One's own account: who one is, the password, the sessions. */
export function accountRoutes({ store, credentials, passwords, attempts }: AccountsContext): Route[] {
  const ownAccount = async (id: string) => {
    const account = await store.findAccount(id)
    if (!account) throw new AccessError('UNAUTHENTICATED', 'The account is gone.')
    return account
  }

  const accountRoute = defineRoute({
    path: '/v1/account',
    summary: 'Who is asking.',
    response: accountSchema.extend({ hasPassword: z.boolean() }),
    async answer({ principal }) {
      const account = await ownAccount(principal.id)
      return JSON.stringify({ ...shownAccount(account), hasPassword: account.passwordHash !== null })
    },
  })

  const passwordRoute = defineRoute({
    method: 'PUT',
    path: '/v1/account/password',
    summary: 'Changes the password, and ends all other sessions.',
    body: z.strictObject({ current: passwordText.optional(), next: passwordText }),
    status: 204,
    response: emptySchema,
    async answer({ body: { current = '', next }, principal }) {
      const sessionId = sessionOf(principal)
      const account = await ownAccount(principal.id)
      const retryAfterMs = await attempts.account.take(`password ${account.id}`)
      if (retryAfterMs !== undefined)
        throw new RateLimitError('Too many attempts. Try again later.', {
          provider: 'accounts',
          retryAfterMs,
        })
      if (account.passwordHash !== null && !(await passwords.matches(current, account.passwordHash)))
        throw new BadRequestError('The current password is not right.', { parameter: 'current' })
      const passwordHash = await passwords.hash(readPassword(next, account.name, 'next'))
      await store.changeAccount(account.id, { passwordHash })
      await store.removeSessions(account.id, sessionId)
      await attempts.account.clear(`password ${account.id}`)
      credentials.forget(({ id }) => id === account.id)
      return ''
    },
  })

  const sessionsRoute = defineRoute({
    path: '/v1/account/sessions',
    summary: 'Where one is signed in, the last used first.',
    response: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          createdAt: z.number(),
          usedAt: z.number(),
          expiresAt: z.number(),
          userAgent: z.string().nullable(),
          address: z.string(),
          isThis: z.boolean(),
        }),
      ),
    }),
    async answer({ principal }) {
      const { credential } = principal
      const sessions = (await store.listSessions(principal.id)).map(({ accountId: _own, ...session }) => ({
        ...session,
        isThis: session.id === credential?.id,
      }))
      return JSON.stringify({ sessions })
    },
  })

  const endRoute = defineRoute({
    method: 'DELETE',
    path: '/v1/account/sessions/:id',
    summary: 'Ends one session.',
    params: idParameter,
    status: 204,
    response: emptySchema,
    async answer({ params: { id }, principal }) {
      sessionOf(principal)
      if (!(await store.removeSession(principal.id, id)))
        throw new BadRequestError('There is no such session of yours.', { parameter: 'id' })
      credentials.forget(({ credential }) => credential?.id === id)
      return ''
    },
  })

  const endAllRoute = defineRoute({
    method: 'DELETE',
    path: '/v1/account/sessions',
    summary: 'Signs out everywhere, here as well.',
    status: 204,
    response: emptySchema,
    async answer({ principal }) {
      sessionOf(principal)
      await store.removeSessions(principal.id)
      credentials.forget(({ id }) => id === principal.id)
      return ''
    },
  })

  return [accountRoute, passwordRoute, sessionsRoute, endRoute, endAllRoute]
}
