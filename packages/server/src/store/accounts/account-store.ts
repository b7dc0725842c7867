import type { Role } from '../../identity/principal.ts'
import type { ApiKeyStore } from './api-key-store.ts'
import type { GrantStore } from './grant-store.ts'
import type { SessionStore } from './session-store.ts'

/** Somebody who may sign in. Times are ms UTC. */
export type Account = {
  id: string
  /** What is typed to sign in. Unique, whatever its case. */
  name: string
  role: Role
  /** `null` for one that signs in elsewhere only. */
  passwordHash: string | null
  createdAt: number
}

/** Who somebody is at an OpenID provider: the two together never change and are never given to another. */
export type ExternalIdentity = { issuer: string; subject: string }

/** Accounts, sign-ins, API keys and what is valid once. Secrets are kept as hashes alone. */
export interface AccountStore extends SessionStore, ApiKeyStore, GrantStore {
  hasAccounts(): Promise<boolean>
  /**
   * Adds an account. With the hash of an invitation, which is used up by it; all of it, or nothing.
   *
   * @returns what stood in the way, or `'added'`
   */
  addAccount(
    account: Account,
    by?: { invitation?: string | undefined; external?: ExternalIdentity | undefined },
  ): Promise<'added' | 'name-taken' | 'not-invited' | 'identity-taken'>
  findAccount(id: string): Promise<Account | undefined>
  findAccountByName(name: string): Promise<Account | undefined>
  findAccountByIdentity(external: ExternalIdentity): Promise<Account | undefined>
  /** Oldest first. */
  listAccounts(): Promise<readonly Account[]>
  changeAccount(
    id: string,
    change: { passwordHash?: string | undefined; role?: Role | undefined },
  ): Promise<void>
  /** With its sessions, keys and identities. */
  removeAccount(id: string): Promise<boolean>
}

/** Equal for two spellings of one name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
