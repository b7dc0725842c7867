import type { Clock, Logger } from '@starkmatter/core'
import type { Caller } from '../gateway/route.ts'
import type { Account, AccountStore } from '../store/accounts/account-store.ts'
import type { Session } from '../store/accounts/session-store.ts'
import { AccessError } from './AccessError.ts'
import { derive, hashOf, newId, newSecret } from './secret.ts'

/** Without use it ends after two weeks, in any case after ninety days. */
const idleMs = 14 * 86_400_000
const lifetimeMs = 90 * 86_400_000

/**
 * How long a refresh token that was used may come again. Two tabs of a browser share one cookie and wake at the same moment, and an
 * answer may be lost on its way. Both get the same successor, which is derived and not drawn, so that the session stays one chain:
 * whoever stole the token is found out as soon as he or the owner uses what follows.
 */
export const graceMs = 10_000

const longestUserAgent = 200

/** Fresh credentials. Without a `refreshToken`, the caller has a newer one already. */
export type Refreshed = { session: Session; account: Account; refreshToken: string | undefined }

export type Sessions = {
  begin(account: Account, caller: Caller): Promise<{ session: Session; refreshToken: string }>
  /** @throws {AccessError} UNAUTHENTICATED, the token is nobody's, or was used before, which ends its session */
  refresh(refreshToken: string, caller: Caller): Promise<Refreshed>
  /** Ends the session of a refresh token; nothing where it has none. */
  end(refreshToken: string): Promise<Session | undefined>
  isOver(session: Session): boolean
}

/** @param onEnd - Told when a session is ended because its token was used twice. */
export function createSessions(
  store: AccountStore,
  clock: Clock,
  logger: Logger | undefined,
  onEnd: (sessionId: string) => void,
): Sessions {
  const isOver = ({ expiresAt, usedAt }: Session) => {
    const now = clock.now()
    return expiresAt <= now || usedAt + idleMs <= now
  }
  const over = () => new AccessError('UNAUTHENTICATED', 'The session is over. Sign in again.')

  return {
    isOver,

    async begin(account, { address, userAgent }) {
      const now = clock.now()
      const session: Session = {
        id: newId(),
        accountId: account.id,
        createdAt: now,
        usedAt: now,
        expiresAt: now + lifetimeMs,
        userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
        address,
      }
      const refreshToken = newSecret()
      await store.addSession(session)
      await store.addRefreshToken(hashOf(refreshToken), session.id)
      return { session, refreshToken }
    },

    async refresh(refreshToken, { address }) {
      const now = clock.now()
      const taken = await store.takeRefreshToken(hashOf(refreshToken), { at: now, seed: newSecret() })
      const found = taken && (await store.findSession(taken.token.sessionId))
      if (!found || isOver(found.session)) throw over()
      const { session, account } = found
      const { usedAt, seed } = taken.token
      const successor = derive(refreshToken, seed ?? '')
      if (!taken.isFirst) {
        if (now - (usedAt ?? 0) > graceMs) {
          await store.removeSession(account.id, session.id)
          onEnd(session.id)
          logger?.warn('A refresh token was used twice: its session is ended', {
            account: account.id,
            session: session.id,
          })
          throw over()
        }
        const next = await store.findRefreshToken(hashOf(successor))
        if (next && next.usedAt !== null) return { session, account, refreshToken: undefined }
      }
      // Again where it was added already: then nothing happens, and after a crash in between it is made good.
      await store.addRefreshToken(hashOf(successor), session.id)
      await store.touchSession(session.id, now, address)
      return { session, account, refreshToken: successor }
    },

    async end(refreshToken) {
      const token = await store.findRefreshToken(hashOf(refreshToken))
      const found = token && (await store.findSession(token.sessionId))
      if (!found) return undefined
      await store.removeSession(found.account.id, found.session.id)
      return found.session
    },
  }
}
