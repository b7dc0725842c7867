import { AccessError } from './AccessError.ts'
import type { Identity } from './identity.ts'
import { localPrincipal, type Principal } from './principal.ts'

/** Who may call a route: everybody, who has signed in, or an admin alone. */
export type Access = 'open' | 'user' | 'admin'

/** Nobody, at a route that is open to everybody. */
const stranger: Principal = Object.freeze({ id: 'anonymous', name: 'Somebody', role: 'user' })

/**
 * Lets a caller in, by the header `Authorization`. An open route does not look at it.
 *
 * @param identity - Without one, everybody is the one local principal.
 * @throws {AccessError} UNAUTHENTICATED, the caller has to sign in (again); FORBIDDEN, it is an admin's business
 */
export async function admit(
  identity: Identity | undefined,
  access: Access,
  authorization: string | undefined,
): Promise<Principal> {
  if (!identity) return localPrincipal
  if (access === 'open') return stranger
  const principal = await identity.authenticate(tokenOf(authorization))
  if (access === 'admin' && principal.role !== 'admin') {
    throw new AccessError('FORBIDDEN', 'Only an admin may do this.')
  }
  return principal
}

function tokenOf(authorization: string | undefined): string {
  if (authorization === undefined) {
    throw new AccessError(
      'UNAUTHENTICATED',
      'This gateway has accounts: sign in, or send an API key as "Authorization: Bearer …".',
    )
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (token === undefined) {
    throw new AccessError('UNAUTHENTICATED', 'The header Authorization must be "Bearer" and a token.')
  }
  return token
}
