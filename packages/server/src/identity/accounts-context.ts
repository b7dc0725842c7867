import type { Clock } from '@starkmatter/core'
import type { Caller } from '../gateway/route.ts'
import type { Account, AccountStore } from '../store/accounts/account-store.ts'
import { AccessError } from './AccessError.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { AttemptLimiter } from './attempts.ts'
import { sessionCookie } from './cookie.ts'
import type { Credentials } from './credentials.ts'
import type { Passwords } from './password.ts'
import type { Principal } from './principal.ts'
import type { Refreshed, Sessions } from './sessions.ts'

/** Who may make an account: whom an admin invited, or everybody. */
export type Registration = 'invitation' | 'open'

/** What the routes of accounts work with. */
export type AccountsContext = {
  store: AccountStore
  clock: Clock
  registration: Registration
  tokens: AccessTokens
  sessions: Sessions
  credentials: Credentials
  passwords: Passwords
  /** Guesses at one account, and from one address. */
  attempts: { account: AttemptLimiter; address: AttemptLimiter }
  /** Forgets what has run out, once an hour. */
  prune(): Promise<void>
}

/** A browser forgets the cookie then, if it was not renewed. */
const cookieMs = 14 * 86_400_000

/** What a page gets when somebody signs in or comes back: the access token for its memory, the rest as a cookie. */
export async function welcome(
  { tokens, prune }: AccountsContext,
  { session, account, refreshToken }: Refreshed,
  caller: Caller,
) {
  const { token, expiresAt } = await tokens.sign({ accountId: account.id, sessionId: session.id })
  await prune()
  const text = JSON.stringify({ accessToken: token, expiresAt, account: shownAccount(account) })
  const cookie =
    refreshToken === undefined ? {} : { 'set-cookie': sessionCookie(refreshToken, caller, cookieMs) }
  return { text, headers: cookie }
}

export function shownAccount({ id, name, role }: Account) {
  return { id, name, role }
}

/**
 * What concerns the sign-in itself needs one: with an API key that was found, nobody makes further keys.
 *
 * @throws {AccessError} FORBIDDEN
 */
export function sessionOf({ credential }: Principal): string {
  if (credential?.kind === 'session') return credential.id
  throw new AccessError('FORBIDDEN', 'An API key may not do this. Sign in with a password.')
}
