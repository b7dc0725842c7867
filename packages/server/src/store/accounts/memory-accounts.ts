import { type Account, type AccountStore, type ExternalIdentity, nameKey } from './account-store.ts'
import type { ApiKey } from './api-key-store.ts'
import type { Grant, SigningKey } from './grant-store.ts'
import type { RefreshToken, Session } from './session-store.ts'

/** Accounts that are gone with the process. */
export function createMemoryAccounts(): AccountStore {
  const accounts = new Map<string, Account>()
  const identities = new Map<string, string>()
  const sessions = new Map<string, Session>()
  const tokens = new Map<string, RefreshToken>()
  const keys = new Map<string, ApiKey>()
  const grants = new Map<string, Grant>()
  const signingKeys = new Map<string, SigningKey>()

  const identityKey = ({ issuer, subject }: ExternalIdentity) => JSON.stringify([issuer, subject])
  const grantKey = (kind: Grant['kind'], hash: string) => `${kind} ${hash}`
  const byName = (name: string) =>
    [...accounts.values()].find((account) => nameKey(account.name) === nameKey(name))
  const valid = (kind: Grant['kind'], hash: string, now: number) => {
    const grant = grants.get(grantKey(kind, hash))
    return grant && grant.expiresAt > now ? grant : undefined
  }
  function endSession(id: string): void {
    sessions.delete(id)
    dropWhere(tokens, ({ sessionId }) => sessionId === id)
  }

  return {
    hasAccounts: async () => accounts.size > 0,

    async addAccount(account, { invitation, external } = {}) {
      if (byName(account.name)) return 'name-taken'
      if (external && identities.has(identityKey(external))) return 'identity-taken'
      if (invitation !== undefined && !valid('invitation', invitation, account.createdAt))
        return 'not-invited'
      if (invitation !== undefined) grants.delete(grantKey('invitation', invitation))
      if (external) identities.set(identityKey(external), account.id)
      accounts.set(account.id, account)
      return 'added'
    },
    findAccount: async (id) => accounts.get(id),
    findAccountByName: async (name) => byName(name),
    findAccountByIdentity: async (external) => accounts.get(identities.get(identityKey(external)) ?? ''),
    listAccounts: async () => [...accounts.values()].sort((a, b) => a.createdAt - b.createdAt),
    async changeAccount(id, { passwordHash, role }) {
      const account = accounts.get(id)
      if (!account) return
      const changed = { passwordHash: passwordHash ?? account.passwordHash, role: role ?? account.role }
      accounts.set(id, { ...account, ...changed })
    },
    async removeAccount(id) {
      for (const session of [...sessions.values()]) if (session.accountId === id) endSession(session.id)
      dropWhere(keys, ({ accountId }) => accountId === id)
      dropWhere(identities, (accountId) => accountId === id)
      return accounts.delete(id)
    },

    async addSession(session) {
      sessions.set(session.id, session)
    },
    async findSession(id) {
      const session = sessions.get(id)
      const account = session && accounts.get(session.accountId)
      return account && { session, account }
    },
    listSessions: async (accountId) =>
      [...sessions.values()]
        .filter((session) => session.accountId === accountId)
        .sort((a, b) => b.usedAt - a.usedAt),
    async touchSession(id, usedAt, address) {
      const session = sessions.get(id)
      if (session) sessions.set(id, { ...session, usedAt, address })
    },
    async removeSession(accountId, id) {
      if (sessions.get(id)?.accountId !== accountId) return false
      endSession(id)
      return true
    },
    async removeSessions(accountId, exceptId) {
      for (const session of [...sessions.values()])
        if (session.accountId === accountId && session.id !== exceptId) endSession(session.id)
    },
    async addRefreshToken(hash, sessionId) {
      if (!tokens.has(hash) && sessions.has(sessionId))
        tokens.set(hash, { sessionId, usedAt: null, seed: null })
    },
    findRefreshToken: async (hash) => tokens.get(hash),
    async takeRefreshToken(hash, { at, seed }) {
      const token = tokens.get(hash)
      if (!token || token.usedAt !== null) return token && { token, isFirst: false }
      const used = { ...token, usedAt: at, seed }
      tokens.set(hash, used)
      return { token: used, isFirst: true }
    },

    async addApiKey(key) {
      keys.set(key.id, key)
    },
    async findApiKey(hash) {
      const key = [...keys.values()].find((candidate) => candidate.hash === hash)
      const account = key && accounts.get(key.accountId)
      return account && { key, account }
    },
    hasApiKey: async (id) => keys.has(id),
    listApiKeys: async (accountId) =>
      [...keys.values()]
        .filter((key) => key.accountId === accountId)
        .sort((a, b) => a.createdAt - b.createdAt),
    async touchApiKey(id, usedAt) {
      const key = keys.get(id)
      if (key) keys.set(id, { ...key, usedAt })
    },
    removeApiKey: async (accountId, id) => keys.get(id)?.accountId === accountId && keys.delete(id),

    async addGrant(grant) {
      grants.set(grantKey(grant.kind, grant.hash), grant)
    },
    findGrant: async (kind, hash, now) => valid(kind, hash, now),
    async takeGrant(kind, hash, now) {
      const grant = valid(kind, hash, now)
      grants.delete(grantKey(kind, hash))
      return grant
    },
    listGrants: async (kind, now) =>
      [...grants.values()].filter((grant) => grant.kind === kind && grant.expiresAt > now),
    listSigningKeys: async () => [...signingKeys.values()].sort((a, b) => b.createdAt - a.createdAt),
    async addSigningKey(key) {
      signingKeys.set(key.id, key)
    },
    async prune({ now, usedBefore, signedBefore }) {
      dropWhere(grants, ({ expiresAt }) => expiresAt <= now)
      dropWhere(tokens, ({ usedAt }) => usedAt !== null && usedAt < usedBefore)
      dropWhere(signingKeys, ({ createdAt }) => createdAt < signedBefore)
      for (const { id, expiresAt } of [...sessions.values()]) if (expiresAt <= now) endSession(id)
    },
  }
}

function dropWhere<value>(map: Map<string, value>, test: (value: value) => boolean): void {
  for (const [key, value] of map) if (test(value)) map.delete(key)
}
