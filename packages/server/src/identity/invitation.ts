import { BadRequestError } from '@starkmatter/core'
import * as z from 'zod'
import type { Account } from '../store/accounts/account-store.ts'
import type { Grant } from '../store/accounts/grant-store.ts'
import { AccessError } from './AccessError.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { Role } from './principal.ts'
import { hashOf, newId, newSecret } from './secret.ts'

/** An admin's is for the first account, or for another admin: it is given to nobody for long. */
const lifetimeMs: Record<Role, number> = { admin: 86_400_000, user: 7 * 86_400_000 }

const data = z.object({ role: z.enum(['user', 'admin']) })

/** Lets one more person make an account. The secret is told once. */
export async function invite({ store, clock }: AccountsContext, role: Role) {
  const secret = newSecret()
  const expiresAt = clock.now() + lifetimeMs[role]
  await store.addGrant({
    kind: 'invitation',
    hash: hashOf(secret),
    data: JSON.stringify({ role }),
    expiresAt,
  })
  return { secret, expiresAt }
}

export function roleOf(invitation: Grant): Role {
  return data.parse(JSON.parse(invitation.data)).role
}

export type NewAccount = {
  name: string
  passwordHash: string | null
  invitation: string | undefined
  external?: { issuer: string; subject: string }
}

/**
 * Makes an account, where whoever asks is invited or everybody may have one.
 *
 * @throws {AccessError} FORBIDDEN, the invitation is missing, used or has run out
 * @throws {BadRequestError} the name is taken
 */
export async function register(
  { store, clock, registration }: AccountsContext,
  { name, passwordHash, invitation, external }: NewAccount,
): Promise<Account> {
  const now = clock.now()
  const hash = invitation === undefined ? undefined : hashOf(invitation)
  const grant = hash === undefined ? undefined : await store.findGrant('invitation', hash, now)
  const notInvited = () =>
    new AccessError(
      'FORBIDDEN',
      'This needs an invitation that is not used and not older than its time. Ask an admin for one.',
    )
  if (!grant && (hash !== undefined || registration === 'invitation')) throw notInvited()
  const account: Account = {
    ...{ id: newId(), name, passwordHash, createdAt: now },
    role: grant ? roleOf(grant) : 'user',
  }
  const isFirst = !(await store.hasAccounts())
  const outcome = await store.addAccount(account, { invitation: hash, external })
  if (outcome === 'not-invited') throw notInvited()
  if (outcome !== 'added')
    throw new BadRequestError('This name is taken. Choose another, or sign in.', { parameter: 'name' })
  // Every start before there was an account has told one, and they make admins.
  if (isFirst)
    for (const other of await store.listGrants('invitation', now))
      await store.takeGrant('invitation', other.hash, now)
  return account
}
