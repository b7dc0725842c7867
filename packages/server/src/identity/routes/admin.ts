import { BadRequestError } from '@starkmatter/core'
import * as z from 'zod'
import { defineRoute, type Route } from '../../gateway/route.ts'
import { type AccountsContext, shownAccount } from '../accounts-context.ts'
import { invite, roleOf } from '../invitation.ts'
import { accountSchema, emptySchema, idParameter, roleSchema } from '../schemas.ts'

const invitationSchema = z.object({ id: z.string(), role: roleSchema, expiresAt: z.number() })

/** Accounts and invitations, for admins. */
export function adminRoutes(context: AccountsContext): Route[] {
  const { store, clock, credentials } = context

  const accountsRoute = defineRoute({
    path: '/v1/accounts',
    summary: 'All accounts, oldest first.',
    access: 'admin',
    response: z.object({ accounts: z.array(accountSchema.extend({ createdAt: z.number() })) }),
    async answer() {
      const accounts = await store.listAccounts()
      return JSON.stringify({
        accounts: accounts.map((account) => ({ ...shownAccount(account), createdAt: account.createdAt })),
      })
    },
  })

  const removeRoute = defineRoute({
    method: 'DELETE',
    path: '/v1/accounts/:id',
    summary: 'Removes an account, with its sessions and keys.',
    access: 'admin',
    params: idParameter,
    status: 204,
    response: emptySchema,
    async answer({ params: { id }, principal }) {
      if (id === principal.id)
        throw new BadRequestError('Your own account cannot be removed by you: another admin does that.', {
          parameter: 'id',
        })
      if (!(await store.removeAccount(id)))
        throw new BadRequestError('There is no such account.', { parameter: 'id' })
      credentials.forget((known) => known.id === id)
      return ''
    },
  })

  const inviteRoute = defineRoute({
    method: 'POST',
    path: '/v1/invitations',
    summary: 'Invites one more person. The secret is shown this once.',
    access: 'admin',
    body: z.strictObject({ role: roleSchema.default('user') }),
    status: 201,
    response: z.object({ invitation: z.string(), expiresAt: z.number() }),
    async answer({ body: { role } }) {
      const { secret, expiresAt } = await invite(context, role)
      return JSON.stringify({ invitation: secret, expiresAt })
    },
  })

  const invitationsRoute = defineRoute({
    path: '/v1/invitations',
    summary: 'Invitations that are still good.',
    access: 'admin',
    response: z.object({ invitations: z.array(invitationSchema) }),
    async answer() {
      const grants = await store.listGrants('invitation', clock.now())
      const invitations = grants.map((grant) => ({
        ...{ id: grant.hash, expiresAt: grant.expiresAt },
        role: roleOf(grant),
      }))
      return JSON.stringify({ invitations })
    },
  })

  const withdrawRoute = defineRoute({
    method: 'DELETE',
    path: '/v1/invitations/:id',
    summary: 'Withdraws an invitation.',
    access: 'admin',
    params: idParameter,
    status: 204,
    response: emptySchema,
    async answer({ params: { id } }) {
      if (!(await store.takeGrant('invitation', id, clock.now())))
        throw new BadRequestError('There is no such invitation.', { parameter: 'id' })
      return ''
    },
  })

  return [accountsRoute, removeRoute, inviteRoute, invitationsRoute, withdrawRoute]
}
