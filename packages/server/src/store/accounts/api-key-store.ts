import type { Account } from './account-store.ts'

/** What a program signs in with. Times are ms UTC. */
export type ApiKey = {
  id: string
  accountId: string
  name: string
  /** The beginning of the key, by which its owner knows it again. */
  prefix: string
  hash: string
  createdAt: number
  usedAt: number | null
}

export interface ApiKeyStore {
  addApiKey(key: ApiKey): Promise<void>
  findApiKey(hash: string): Promise<{ key: ApiKey; account: Account } | undefined>
  hasApiKey(id: string): Promise<boolean>
  /** Of one account, oldest first. */
  listApiKeys(accountId: string): Promise<readonly ApiKey[]>
  touchApiKey(id: string, usedAt: number): Promise<void>
  /** @returns whether there was one */
  removeApiKey(accountId: string, id: string): Promise<boolean>
}
