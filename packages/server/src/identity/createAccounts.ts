import { type Clock, type Logger, systemClock } from '@starkmatter/core'
import type { Route } from '../gateway/route.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import { createMemoryAccounts } from '../store/accounts/memory-accounts.ts'
import { whenOpen } from '../store/whenOpen.ts'
import { createAccessTokens, keyKeptMs } from './access-tokens.ts'
import type { AccountsContext, Registration } from './accounts-context.ts'
import { type AttemptLimiter, createMemoryAttempts } from './attempts.ts'
import { createCredentials } from './credentials.ts'
import type { Identity } from './identity.ts'
import { invite } from './invitation.ts'
import { createPasswords } from './password.ts'
import { accountRoutes } from './routes/account.ts'
import { adminRoutes } from './routes/admin.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { sessionRoutes } from './routes/session.ts'
import { createSessions } from './sessions.ts'
import { redeemTicket, ticketRoute } from './ticket.ts'

export type AccountsOptions = {
  /** Where accounts are kept: `store.accounts`. Of a promise, everything waits for it. */
  store: AccountStore | Promise<AccountStore>
  /** Who may make an account. @default 'invitation' */
  registration?: Registration | undefined
  /** Guesses at one account's password. @default ten within 15 min, counted in this process */
  accountAttempts?: AttemptLimiter | undefined
  /** Guesses from one address. @default a hundred within 15 min, counted in this process */
  addressAttempts?: AttemptLimiter | undefined
  /** Private JSON Web Key (Ed25519) that signs access tokens. @default one that is made, and kept in the store */
  signingKey?: string | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** Hears of refresh tokens that were used twice. @default silent */
  logger?: Logger | undefined
}

export type Accounts = Identity & {
  /** A secret by which the first account is made, an admin; nothing where there is an account already. Valid for a day. */
  inviteFirst(): Promise<string | undefined>
}

const windowMs = 900_000
const pruneEveryMs = 3_600_000
/** A used refresh token is remembered for so long, to find out who uses it again. */
const usedKeptMs = 7 * 86_400_000

/**
 * Accounts of the gateway's own: passwords, sessions, API keys, invitations. Needs the package `@node-rs/argon2`.
 *
 * @example
 * const store = await openPgliteStore({ folder: './data' })
 * const identity = createAccounts({ store: store.accounts })
 * await app.register(createGateway({ client, store, identity }))
 */
export function createAccounts(options: AccountsOptions): Accounts {
  const { registration = 'invitation', clock = systemClock, logger, signingKey } = options
  const store =
    options.store instanceof Promise ? whenOpen(createMemoryAccounts(), options.store) : options.store
  const limit = (most: number) => createMemoryAttempts({ most, withinMs: windowMs, clock })
  const { accountAttempts = limit(10), addressAttempts = limit(100) } = options
  const tokens = createAccessTokens(store, clock, signingKey)
  const sessions = createSessions(store, clock, logger, (sessionId) =>
    credentials.forget(({ credential }) => credential?.id === sessionId),
  )
  const credentials = createCredentials(store, tokens, sessions, clock)
  let prunedAt = Number.NEGATIVE_INFINITY
  const context: AccountsContext = {
    ...{ store, clock, registration, tokens, sessions, credentials },
    passwords: createPasswords(),
    attempts: { account: accountAttempts, address: addressAttempts },
    async prune() {
      const now = clock.now()
      if (prunedAt + pruneEveryMs > now) return
      prunedAt = now
      await store.prune({ now, usedBefore: now - usedKeptMs, signedBefore: now - keyKeptMs })
    },
  }
  const routes: Route[] = [
    ...sessionRoutes(context),
    ...accountRoutes(context),
    ...apiKeyRoutes(context),
    ...adminRoutes(context),
    ticketRoute(context),
  ]
  return {
    authenticate: credentials.authenticate,
    redeem: (ticket) => redeemTicket(context, ticket),
    isCurrent: credentials.isCurrent,
    routes,
    inviteFirst: async () =>
      (await store.hasAccounts()) ? undefined : (await invite(context, 'admin')).secret,
  }
}
