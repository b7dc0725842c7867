import type { Clock } from '@starkmatter/core'
import type { Account, AccountStore } from '../store/accounts/account-store.ts'
import { AccessError } from './AccessError.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Principal } from './principal.ts'
import { hashOf } from './secret.ts'
import type { Sessions } from './sessions.ts'

/** By this an API key is known from an access token. */
export const apiKeyMark = 'sm_'

/** So long what the store said of a credential is taken for true: then a revoked one is refused by every process. */
const trustMs = 4_000
/** When an API key was last used is noted so often. */
const noteEveryMs = 60_000
const mostRemembered = 10_000

export type Credentials = {
  authenticate(token: string): Promise<Principal>
  isCurrent(principal: Principal): Promise<boolean>
  /** Looks at the store again at the next use, as something has changed. */
  forget(test: (principal: Principal) => boolean): void
}

type Remembered = { principal: Principal; askedAt: number; expiresAt: number }

/** Whose a token is: told by the store, and remembered for some seconds. */
export function createCredentials(
  store: AccountStore,
  tokens: AccessTokens,
  sessions: Sessions,
  clock: Clock,
): Credentials {
  const remembered = new Map<string, Remembered>()

  async function ofSession(sessionId: string): Promise<Principal | undefined> {
    const found = await store.findSession(sessionId)
    return found && !sessions.isOver(found.session)
      ? principalOf(found.account, { kind: 'session', id: sessionId })
      : undefined
  }

  async function ofKey(hash: string): Promise<Principal | undefined> {
    const found = await store.findApiKey(hash)
    if (!found) return undefined
    const now = clock.now()
    if ((found.key.usedAt ?? Number.NEGATIVE_INFINITY) + noteEveryMs <= now)
      await store.touchApiKey(found.key.id, now)
    return principalOf(found.account, { kind: 'api-key', id: found.key.id })
  }

  async function look(token: string, hash: string, known: Remembered | undefined): Promise<Remembered> {
    const askedAt = clock.now()
    if (token.startsWith(apiKeyMark)) {
      const principal = await ofKey(hash)
      if (!principal) throw new AccessError('UNAUTHENTICATED', 'This API key is not known, or was revoked.')
      return { principal, askedAt, expiresAt: Number.POSITIVE_INFINITY }
    }
    const sessionOf = known?.principal.credential?.id
    const { sessionId, expiresAt } =
      known && sessionOf !== undefined
        ? { sessionId: sessionOf, expiresAt: known.expiresAt }
        : await tokens.verify(token)
    const principal = await ofSession(sessionId)
    if (!principal) throw new AccessError('UNAUTHENTICATED', 'The session is over. Sign in again.')
    return { principal, askedAt, expiresAt }
  }

  return {
    async authenticate(token) {
      const now = clock.now()
      const hash = hashOf(token)
      const found = remembered.get(hash)
      const known = found && found.expiresAt > now ? found : undefined
      if (known && known.askedAt + trustMs > now) return known.principal
      remembered.delete(hash)
      const fresh = await look(token, hash, known)
      remembered.set(hash, fresh)
      const [oldest] = remembered.keys()
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
      return fresh.principal
    },

    async isCurrent({ credential }) {
      if (credential?.kind === 'session') return (await ofSession(credential.id)) !== undefined
      if (credential?.kind === 'api-key') return store.hasApiKey(credential.id)
      return true
    },

    forget(test) {
      for (const [hash, { principal }] of remembered) if (test(principal)) remembered.delete(hash)
    },
  }
}

function principalOf({ id, name, role }: Account, credential: Principal['credential']): Principal {
  return { id, name, role, credential }
}
