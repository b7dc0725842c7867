import { expect, test } from 'vitest'
import type { Account, AccountStore } from '../store/accounts/account-store.ts'
import type { ApiKey } from '../store/accounts/api-key-store.ts'
import type { Session } from '../store/accounts/session-store.ts'
import type { Store } from '../store/store.ts'

export function accountOf(changes: Partial<Account> = {}): Account {
  return { id: 'a1', name: 'Ada', role: 'user', passwordHash: null, createdAt: 1_000, ...changes }
}

function sessionOf(changes: Partial<Session> = {}): Session {
  const times = { createdAt: 1_000, usedAt: 1_000, expiresAt: 9_000 }
  return { id: 's1', accountId: 'a1', ...times, userAgent: null, address: '::1', ...changes }
}

function keyOf(changes: Partial<ApiKey> = {}): ApiKey {
  const facts = { name: 'nightly', prefix: 'sm_abcdefgh', hash: 'h1', createdAt: 1_000, usedAt: null }
  return { id: 'k1', accountId: 'a1', ...facts, ...changes }
}

/** The rules of `store.accounts`, a part of every store's suite. */
export function describeAccounts(fresh: () => Promise<Store>): void {
  const open = async (): Promise<AccountStore> => (await fresh()).accounts

  test('an account is found by its id and by its name in any case, which nobody else gets', async () => {
    const accounts = await open()
    expect(await accounts.hasAccounts()).toBe(false)
    const ada = accountOf({ name: 'Ada@Example.com', passwordHash: 'hash' })
    expect(await accounts.addAccount(ada)).toBe('added')
    expect(await accounts.addAccount(accountOf({ id: 'a2', name: 'ADA@example.COM' }))).toBe('name-taken')
    expect(await accounts.hasAccounts()).toBe(true)
    expect(await accounts.findAccount('a1')).toEqual(ada)
    expect(await accounts.findAccountByName('ada@example.com')).toEqual(ada)
    expect(await accounts.findAccount('a2')).toBeUndefined()
    await accounts.changeAccount('a1', { role: 'admin' })
    expect(await accounts.listAccounts()).toEqual([{ ...ada, role: 'admin' }])
  })

  test('an invitation makes one account, and is not lost on a name that is taken', async () => {
    const accounts = await open()
    await accounts.addAccount(accountOf())
    const grant = { kind: 'invitation', hash: 'i1', data: '{"role":"user"}', expiresAt: 5_000 } as const
    await accounts.addGrant(grant)
    const invitation = { invitation: 'i1' }
    expect(await accounts.addAccount(accountOf({ id: 'a2', name: 'ada' }), invitation)).toBe('name-taken')
    expect(await accounts.findGrant('invitation', 'i1', 4_999)).toEqual(grant)
    expect(await accounts.findGrant('invitation', 'i1', 5_000)).toBeUndefined()
    const guests = ['Bob', 'Cid', 'Dot'].map((name) => accountOf({ id: name, name }))
    const outcomes = await Promise.all(guests.map((guest) => accounts.addAccount(guest, invitation)))
    expect(outcomes.sort()).toEqual(['added', 'not-invited', 'not-invited'])
    expect(await accounts.listAccounts()).toHaveLength(2)
  })

  test('one who signs in elsewhere is known by issuer and subject together', async () => {
    const accounts = await open()
    const external = { issuer: 'https://id.example', subject: '42' }
    await accounts.addAccount(accountOf(), { external })
    expect(await accounts.addAccount(accountOf({ id: 'a2', name: 'Bob' }), { external })).toBe(
      'identity-taken',
    )
    expect(await accounts.findAccountByIdentity(external)).toMatchObject({ id: 'a1' })
    expect(
      await accounts.findAccountByIdentity({ ...external, issuer: 'https://other.example' }),
    ).toBeUndefined()
    expect(await accounts.findAccount('a2')).toBeUndefined()
  })

  test('sessions are listed the last used first, and end one by one, or all but one', async () => {
    const accounts = await open()
    await accounts.addAccount(accountOf())
    for (const [index, id] of ['s1', 's2', 's3'].entries())
      await accounts.addSession(sessionOf({ id, usedAt: 1_000 + index }))
    await accounts.touchSession('s1', 2_000, '10.0.0.1')
    const ids = async () => (await accounts.listSessions('a1')).map(({ id }) => id)
    expect(await ids()).toEqual(['s1', 's3', 's2'])
    expect(await accounts.findSession('s1')).toEqual({
      session: sessionOf({ usedAt: 2_000, address: '10.0.0.1' }),
      account: accountOf(),
    })
    expect(await accounts.removeSession('a2', 's2')).toBe(false)
    expect(await accounts.removeSession('a1', 's2')).toBe(true)
    await accounts.removeSessions('a1', 's3')
    expect(await ids()).toEqual(['s3'])
  })

  test('of several who use one refresh token at once, one is the first', async () => {
    const accounts = await open()
    await accounts.addAccount(accountOf())
    await accounts.addSession(sessionOf())
    await accounts.addRefreshToken('t1', 's1')
    const uses = ['x', 'y', 'z'].map((seed, at) => accounts.takeRefreshToken('t1', { at, seed }))
    const taken = await Promise.all(uses)
    expect(taken.filter((use) => use?.isFirst)).toHaveLength(1)
    const first = taken.find((use) => use?.isFirst)?.token
    expect(taken.map((use) => use?.token)).toEqual([first, first, first])
    await accounts.addRefreshToken('t1', 's1')
    expect(await accounts.findRefreshToken('t1')).toEqual(first)
    expect(await accounts.takeRefreshToken('t2', { at: 1, seed: 'x' })).toBeUndefined()
    await accounts.removeSession('a1', 's1')
    await accounts.addRefreshToken('t3', 's1')
    expect([await accounts.findRefreshToken('t1'), await accounts.findRefreshToken('t3')]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('an API key is found by its hash, with its owner, until it is revoked by that owner', async () => {
    const accounts = await open()
    await accounts.addAccount(accountOf())
    await accounts.addApiKey(keyOf())
    await accounts.touchApiKey('k1', 3_000)
    expect(await accounts.findApiKey('h1')).toEqual({ key: keyOf({ usedAt: 3_000 }), account: accountOf() })
    expect(await accounts.hasApiKey('k1')).toBe(true)
    expect(await accounts.listApiKeys('a1')).toHaveLength(1)
    expect(await accounts.removeApiKey('a2', 'k1')).toBe(false)
    expect(await accounts.removeApiKey('a1', 'k1')).toBe(true)
    expect(await accounts.findApiKey('h1')).toBeUndefined()
    expect(await accounts.hasApiKey('k1')).toBe(false)
  })

  test('an account that is removed leaves nothing behind', async () => {
    const accounts = await open()
    const external = { issuer: 'https://id.example', subject: '42' }
    await accounts.addAccount(accountOf(), { external })
    await accounts.addSession(sessionOf())
    await accounts.addRefreshToken('t1', 's1')
    await accounts.addApiKey(keyOf())
    expect(await accounts.removeAccount('a1')).toBe(true)
    expect(await accounts.removeAccount('a1')).toBe(false)
    expect(await accounts.findSession('s1')).toBeUndefined()
    expect(await accounts.findRefreshToken('t1')).toBeUndefined()
    expect(await accounts.findApiKey('h1')).toBeUndefined()
    expect(await accounts.addAccount(accountOf(), { external })).toBe('added')
  })

  test('a grant is taken once, of its own kind alone, and not after its time', async () => {
    const accounts = await open()
    await accounts.addGrant({ kind: 'ticket', hash: 'g1', data: '"a1"', expiresAt: 5_000 })
    expect(await accounts.takeGrant('sign-in', 'g1', 1_000)).toBeUndefined()
    const takes = await Promise.all([1, 2, 3].map(() => accounts.takeGrant('ticket', 'g1', 1_000)))
    expect(takes.filter((grant) => grant?.data === '"a1"')).toHaveLength(1)
    await accounts.addGrant({ kind: 'ticket', hash: 'g2', data: '""', expiresAt: 5_000 })
    expect(await accounts.takeGrant('ticket', 'g2', 5_000)).toBeUndefined()
    await accounts.addGrant({ kind: 'invitation', hash: 'g3', data: '""', expiresAt: 6_000 })
    expect(await accounts.listGrants('invitation', 1_000)).toMatchObject([{ hash: 'g3' }])
    expect(await accounts.listGrants('invitation', 6_000)).toEqual([])
  })

  test('what has run out is forgotten, and the newest signing key stands first', async () => {
    const accounts = await open()
    await accounts.addAccount(accountOf())
    await accounts.addSession(sessionOf({ id: 'old', expiresAt: 5_000 }))
    await accounts.addSession(sessionOf({ id: 'new', expiresAt: 5_001 }))
    for (const hash of ['used', 'lately', 'unused']) await accounts.addRefreshToken(hash, 'new')
    await accounts.takeRefreshToken('used', { at: 1_999, seed: 'x' })
    await accounts.takeRefreshToken('lately', { at: 2_000, seed: 'x' })
    for (const createdAt of [1, 3, 2])
      await accounts.addSigningKey({ id: `k${createdAt}`, jwk: '{}', createdAt })
    await accounts.prune({ now: 5_000, usedBefore: 2_000, signedBefore: 2 })
    expect((await accounts.listSessions('a1')).map(({ id }) => id)).toEqual(['new'])
    expect(await accounts.findRefreshToken('used')).toBeUndefined()
    expect(await accounts.findRefreshToken('lately')).toBeDefined()
    expect(await accounts.findRefreshToken('unused')).toBeDefined()
    expect((await accounts.listSigningKeys()).map(({ id }) => id)).toEqual(['k3', 'k2'])
  })
}
