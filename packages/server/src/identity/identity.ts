import type { Route } from '../gateway/route.ts'
import type { Principal } from './principal.ts'

/** Tells who is asking. Without one, the gateway serves everybody alike. */
export interface Identity {
  /**
   * Whose credential this is: what followed `Bearer` in the header `Authorization`.
   *
   * @throws {AccessError} UNAUTHENTICATED, nobody's, or no longer
   */
  authenticate(token: string): Promise<Principal>
  /**
   * Who got a ticket for a socket, which is used up by it. Without it, sockets are opened with tokens alone.
   *
   * @throws {AccessError} UNAUTHENTICATED, it was used, or has run out
   */
  redeem?(ticket: string): Promise<Principal>
  /** Whether a principal's credential still holds. Asked every few seconds for open sockets. */
  isCurrent(principal: Principal): Promise<boolean>
  /** Routes to sign in by and the like, served with the gateway's own. */
  routes?: readonly Route[] | undefined
}
