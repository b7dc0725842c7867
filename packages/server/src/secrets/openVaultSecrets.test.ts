import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { describeSecrets } from '../testing/describeSecrets.ts'
import { type FakeVaultState, startFakeVault } from '../testing/fake-vault.ts'
import { openVaultSecrets, type VaultSecretsOptions } from './openVaultSecrets.ts'

async function opened(changes: Partial<FakeVaultState> = {}, options: Partial<VaultSecretsOptions> = {}) {
  const vault = await startFakeVault({ secrets: { starkmatter: { A_KEY: 'hush-hush' } }, ...changes })
  onTestFinished(vault.stop)
  const open = () =>
    openVaultSecrets({
      address: vault.url,
      path: 'secret/starkmatter',
      auth: { token: 'root-token-1' },
      timeoutMs: 2_000,
      ...options,
    })
  return { vault, open }
}

/** A file with the token that a pod has. */
function podToken(jwt = 'jwt-of-the-pod') {
  const folder = mkdtempSync(join(tmpdir(), 'starkmatter-pod-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'token'), `${jwt}\n`)
  return { role: 'starkmatter', tokenFile: join(folder, 'token') }
}

describe('secrets in Vault', () => {
  describeSecrets(async (values) => {
    const { vault, open } = await opened({ secrets: { starkmatter: { ...values } } }, { timeoutMs: 300 })
    const secrets = await open()
    return {
      secrets,
      change: (changed) => void Object.assign(vault.state.secrets, { starkmatter: changed }),
      breakIt: () => void Object.assign(vault.state, { isSealed: true }),
      mend: () => void Object.assign(vault.state, { isSealed: false }),
      end: () => secrets.close(),
    }
  })
})

const pod = { roles: new Map([['jwt-of-the-pod', 'starkmatter']]) }

test('a pod signs in by its role, in the namespace that is named', async () => {
  const { vault, open } = await opened(pod, { auth: podToken(), namespace: 'markets' })
  const secrets = await open()
  expect(await secrets.read(['A_KEY'])).toEqual({ A_KEY: 'hush-hush' })
  expect(vault.state.calls).toEqual([
    'POST /v1/auth/kubernetes/login in markets',
    'GET /v1/secret/data/starkmatter in markets',
  ])
  secrets.close()
})

test('a token is renewed before it ends, again and again', async () => {
  const { vault, open } = await opened(
    { tokens: new Map([['t', { ttl: 0.06, renewable: true }]]), leaseSeconds: 0.06 },
    { auth: { token: 't' } },
  )
  const secrets = await open()
  const renewals = () => vault.state.calls.filter((call) => call.includes('renew-self')).length
  await expect.poll(renewals).toBeGreaterThan(2)
  secrets.close()
  const seen = renewals()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(renewals()).toBeLessThanOrEqual(seen + 1)
})

test('a pod whose lease is not renewed any more, or was revoked, signs in anew', async () => {
  const { vault, open } = await opened(
    { ...pod, leaseSeconds: 0.06, isRenewable: false },
    { auth: podToken() },
  )
  const secrets = await open()
  const logins = () => vault.state.calls.filter((call) => call.includes('login')).length
  await expect.poll(logins).toBeGreaterThan(2)
  vault.state.tokens.clear()
  expect(await secrets.read(['A_KEY'])).toEqual({ A_KEY: 'hush-hush' })
  secrets.close()
})

test('a Vault that fails for a moment is asked again', async () => {
  const { vault, open } = await opened({ failures: 2 })
  const secrets = await open()
  expect(vault.state.calls.filter((call) => call.includes('lookup-self'))).toHaveLength(3)
  secrets.close()
})

test.each<[string, Partial<FakeVaultState>, Partial<VaultSecretsOptions>, string, RegExp]>([
  [
    'a token that is not known',
    {},
    { auth: { token: 'hush-hush' } },
    'NOT_ENTITLED',
    /refuses to accept the token/,
  ],
  [
    'a role that is not bound',
    {},
    { auth: { role: 'x', tokenFile: '/dev/null' } },
    'NOT_ENTITLED',
    /refuses to sign in the role "x"/,
  ],
  [
    'a pod without a token',
    {},
    { auth: { role: 'x', tokenFile: '/run/none' } },
    'BAD_REQUEST',
    /cannot be read from \/run\/none/,
  ],
  [
    'a secret that is not there',
    { secrets: {} },
    {},
    'BAD_REQUEST',
    /has nothing at secret\/data\/starkmatter: write it, or correct VAULT_PATH/,
  ],
  ['a Vault that is sealed', { isSealed: true }, { timeoutMs: 300 }, 'UPSTREAM', /is sealed: unseal it/],
  [
    'a Vault that fails',
    { failures: 1_000 },
    { timeoutMs: 300 },
    'UPSTREAM',
    /failed to accept the token with 500/,
  ],
  [
    'a Vault that is silent',
    { isSilent: true },
    { timeoutMs: 300 },
    'TIMEOUT',
    /did not answer within 300 ms/,
  ],
  [
    'a Vault that is not there',
    {},
    { address: 'http://127.0.0.1:1', timeoutMs: 300 },
    'NETWORK',
    /127\.0\.0\.1:1 cannot be reached: check VAULT_ADDR/,
  ],
  [
    'an address that is none',
    {},
    { address: 'vault:8200' },
    'BAD_REQUEST',
    /must look like https:\/\/vault:8200/,
  ],
  [
    'a path without a mount',
    {},
    { path: 'starkmatter' },
    'BAD_REQUEST',
    /must look like secret\/starkmatter/,
  ],
  ['a path that climbs', {}, { path: 'secret/../sys' }, 'BAD_REQUEST', /must look like/],
  [
    'a value that is no text',
    { secrets: { starkmatter: { A_KEY: { hush: 'hush-hush' } } } },
    {},
    'BAD_REQUEST',
    /A_KEY at secret\/data\/starkmatter in Vault is not a text/,
  ],
])(
  '%s is told in one sentence that says what to do, and no secret',
  async (_, changes, options, code, message) => {
    const { open } = await opened(changes, options)
    const error = await open()
      .then(async (secrets) => {
        await secrets.read(['A_KEY']).finally(() => secrets.close())
      })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(String(error)).not.toMatch(/hush-hush|root-token/)
  },
)

test('a token does not follow to another host', async () => {
  const { vault } = await opened()
  const standby = createServer((request, response) => {
    response.writeHead(307, { location: `${vault.url}${request.url}` }).end()
  })
  await new Promise<void>((resolve) => standby.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void standby.close())
  const address = standby.address()
  const port = typeof address === 'object' ? address?.port : 0
  const opening = openVaultSecrets({
    address: `http://127.0.0.1:${port}`,
    path: 'secret/starkmatter',
    auth: { token: 'root-token-1' },
  })
  await expect(opening).rejects.toThrow(/sends on to another host: set VAULT_ADDR to the active one/)
  expect(vault.state.calls).toEqual([])
})
