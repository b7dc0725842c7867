import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isSecretVariable, readConfig, variableNames } from './config.ts'
import { openSecrets } from './open-secrets.ts'

const file = (value: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'starkmatter-variables-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'secret')
  writeFileSync(path, value)
  return path
}

/** A Vault that has one secret for whoever has its token. */
async function vaultWith(data: Record<string, string>) {
  const server = createServer(({ url, headers }, response) => {
    const [status, body] =
      headers['x-vault-token'] !== 'vault-token'
        ? [403, { errors: ['permission denied'] }]
        : url === '/v1/auth/token/lookup-self'
          ? [200, { data: { ttl: 0, renewable: false } }]
          : url === '/v1/secret/data/starkmatter'
            ? [200, { data: { data, metadata: { version: 1 } } }]
            : [404, { errors: [] }]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

test('a variable comes from the environment, else from a file, else from Vault', async () => {
  const VAULT_ADDR = await vaultWith({
    ANTHROPIC_API_KEY: 'from the vault',
    TIINGO_API_KEY: 'from the vault',
    PORT: '4000',
    PATH: '/nobody/asked',
  })
  const { variables, watch, close } = await openSecrets({
    VAULT_ADDR,
    VAULT_TOKEN_FILE: file('vault-token\n'),
    TIINGO_API_KEY_FILE: file('from a file\n'),
    PORT: '5000',
    HOME: '/root',
  })
  expect(variables).toEqual({
    VAULT_ADDR,
    VAULT_TOKEN: 'vault-token',
    ANTHROPIC_API_KEY: 'from the vault',
    TIINGO_API_KEY: 'from a file',
    PORT: '5000',
  })
  expect(readConfig(variables, [])).toMatchObject({
    PORT: 5000,
    ANTHROPIC_API_KEY: 'from the vault',
    providerVariables: { TIINGO_API_KEY: 'from a file' },
  })
  const hidden: string[] = []
  watch({ hide: (secret) => hidden.push(secret), logger: { debug() {}, warn() {} } })()
  expect(hidden).toEqual(expect.arrayContaining(['vault-token', 'from the vault', 'from a file']))
  expect(hidden).not.toContain('5000')
  close()
})

test('a Vault without anybody who signs in stops the start', async () => {
  await expect(openSecrets({ VAULT_ADDR: 'http://127.0.0.1:1' })).rejects.toThrow(/set VAULT_TOKEN, /)
})

test('names say which variables are secret', () => {
  const secret = variableNames.filter(isSecretVariable)
  expect(secret).toEqual(
    expect.arrayContaining(['DATABASE_URL', 'ANTHROPIC_API_KEY', 'VAULT_TOKEN', 'APCA_API_SECRET_KEY']),
  )
  expect(secret).not.toEqual(expect.arrayContaining(['PORT']))
  expect(secret).not.toEqual(expect.arrayContaining(['VAULT_ADDR']))
})
