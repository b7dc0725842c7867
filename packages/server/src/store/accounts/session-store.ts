import type { Account } from './account-store.ts'

/** One sign-in, until it is ended or runs out. Times are ms UTC. */
export type Session = {
  id: string
  accountId: string
  createdAt: number
  usedAt: number
  /** It ends then, however much it is used. */
  expiresAt: number
  /** What the browser calls itself. */
  userAgent: string | null
  address: string
}

/** One of a session's refresh tokens, each of which is used once. */
export type RefreshToken = {
  sessionId: string
  /** `null` until it is used. */
  usedAt: number | null
  /** What its successor is derived with; drawn when it is used. */
  seed: string | null
}

export interface SessionStore {
  addSession(session: Session): Promise<void>
  findSession(id: string): Promise<{ session: Session; account: Account } | undefined>
  /** Of one account, the last used first. */
  listSessions(accountId: string): Promise<readonly Session[]>
  touchSession(id: string, usedAt: number, address: string): Promise<void>
  /** @returns whether there was one */
  removeSession(accountId: string, id: string): Promise<boolean>
  /** All of an account but one. */
  removeSessions(accountId: string, exceptId?: string): Promise<void>
  /** One that is there already stays as it is. */
  addRefreshToken(hash: string, sessionId: string): Promise<void>
  findRefreshToken(hash: string): Promise<RefreshToken | undefined>
  /**
   * Marks a token as used, unless it is already: of several callers at once, one is the first.
   *
   * @returns the token as it stands afterwards
   */
  takeRefreshToken(
    hash: string,
    use: { at: number; seed: string },
  ): Promise<{ token: RefreshToken; isFirst: boolean } | undefined>
}
