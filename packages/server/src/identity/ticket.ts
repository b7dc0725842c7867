import * as z from 'zod'
import { defineRoute } from '../gateway/route.ts'
import { AccessError } from './AccessError.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { Principal } from './principal.ts'
import { roleSchema, secretText } from './schemas.ts'
import { hashOf, newSecret } from './secret.ts'

const lifetimeMs = 30_000

const principalSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  credential: z.object({ kind: z.enum(['session', 'api-key']), id: z.string() }),
})

/** A browser cannot set headers on a socket, and an address is written into logs: a ticket is told as the first message instead. */
export function ticketRoute({ store, clock }: Pick<AccountsContext, 'store' | 'clock'>) {
  return defineRoute({
    method: 'POST',
    path: '/v1/stream/ticket',
    summary: 'A ticket that opens one socket at /v1/stream, within 30 s.',
    status: 201,
    response: z.object({ ticket: secretText, expiresAt: z.number() }),
    async answer({ principal }) {
      const ticket = newSecret()
      const expiresAt = clock.now() + lifetimeMs
      const data = JSON.stringify(principal)
      await store.addGrant({ kind: 'ticket', hash: hashOf(ticket), data, expiresAt })
      return JSON.stringify({ ticket, expiresAt })
    },
  })
}

/** @throws {AccessError} UNAUTHENTICATED, the ticket was used, has run out, or its owner has signed out since */
export async function redeemTicket(
  { store, clock, credentials }: Pick<AccountsContext, 'store' | 'clock' | 'credentials'>,
  ticket: string,
): Promise<Principal> {
  const grant = await store.takeGrant('ticket', hashOf(ticket), clock.now())
  const principal = grant && principalSchema.parse(JSON.parse(grant.data))
  if (!principal || !(await credentials.isCurrent(principal)))
    throw new AccessError('UNAUTHENTICATED', 'The ticket is not good, or no longer. Ask for another.')
  return principal
}
