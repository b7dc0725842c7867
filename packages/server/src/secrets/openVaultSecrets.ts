import { readFile } from 'node:fs/promises'
import { BadRequestError, StarkMatterError } from '@starkmatter/core'
import * as z from 'zod'
import type { Secrets } from './secrets.ts'
import { vaultApi } from './vault-api.ts'

export type VaultSecretsOptions = {
  /** `https://vault:8200`. */
  address: string
  /** A secret of the KV engine, version 2, mount first: `secret/starkmatter`. Its keys are the names that are read. */
  path: string
  /** Either a token, which is renewed for as long as Vault allows, or the pod's account at Kubernetes. */
  auth: VaultAuth
  /** Of Vault Enterprise or HCP. */
  namespace?: string | undefined
  /** Deadline of one call with all its attempts, in milliseconds. @default 10000 */
  timeoutMs?: number | undefined
  /** Told when a lease could not be renewed. @default silent */
  onFailure?: ((error: unknown) => void) | undefined
}

export type VaultAuth =
  | { token: string }
  | {
      /** The role of Vault's Kubernetes method that the pod's account is bound to. */
      role: string
      /** @default 'kubernetes' */
      mount?: string | undefined
      /** Where the pod's own token lies. @default '/var/run/secrets/kubernetes.io/serviceaccount/token' */
      tokenFile?: string | undefined
    }

const secret = z.object({
  data: z.object({ data: z.record(z.string(), z.unknown()) }),
})
const lease = z.object({
  auth: z.object({ client_token: z.string(), lease_duration: z.number(), renewable: z.boolean() }),
})
const ownToken = z.object({ data: z.object({ ttl: z.number(), renewable: z.boolean() }) })

const podToken = '/var/run/secrets/kubernetes.io/serviceaccount/token'
/** Timers hold no more; whoever has a lease of weeks renews it daily. */
const longestWaitMs = 86_400_000

/**
 * Secrets in HashiCorp Vault. Signs in before it answers, so that what is wrong is known at once; its token is renewed at two thirds of
 * its time, and a pod signs in anew where Vault does not renew any more.
 *
 * @throws {BadRequestError} the address or the path is not right, there is no such secret or no such file
 * @throws {NotEntitledError} Vault refuses the token, the role or the path
 * @throws {UpstreamError} it is sealed, or fails
 * @throws {NetworkError} it cannot be reached
 * @throws {TimeoutError} it does not answer in time
 * @example
 * const secrets = await openVaultSecrets({
 *   address: 'https://vault:8200',
 *   path: 'secret/starkmatter',
 *   auth: { role: 'starkmatter' },
 * })
 * const { TIINGO_API_KEY } = await secrets.read(['TIINGO_API_KEY'])
 * secrets.close()
 */
export async function openVaultSecrets(options: VaultSecretsOptions): Promise<Secrets> {
  const { address, auth, namespace, timeoutMs = 10_000, onFailure } = options
  if (!/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
    throw new BadRequestError('The address of Vault must look like https://vault:8200.', {
      parameter: 'address',
    })
  const [, mount, name] = /^(?!.*\.\.)\/?([\w.-]+)\/(?:data\/)?([\w./-]*[\w-])\/?$/.exec(options.path) ?? []
  if (mount === undefined || name === undefined)
    throw new BadRequestError(
      `The path of the secret must look like secret/starkmatter, but is ${JSON.stringify(options.path)}.`,
      { parameter: 'path' },
    )
  const call = vaultApi({ address, namespace, timeoutMs })
  const closing = new AbortController()
  let token = ''
  let renewing: NodeJS.Timeout | undefined

  const keep = (seconds: number, isRenewable: boolean) => {
    clearTimeout(renewing)
    // Without an end there is nothing to renew; and a token that cannot be renewed lasts as long as it does.
    if (seconds <= 0 || closing.signal.aborted || !(isRenewable || 'role' in auth)) return
    const waitMs = Math.min((seconds * 1_000 * 2) / 3, longestWaitMs)
    renewing = setTimeout(() => void renew(seconds, isRenewable), waitMs).unref()
  }

  async function signIn(signal: AbortSignal): Promise<void> {
    if ('token' in auth) {
      token = auth.token
      const { data } = await call(
        { method: 'GET', path: 'auth/token/lookup-self', what: 'to accept the token', token, signal },
        ownToken,
      )
      return keep(data.ttl, data.renewable)
    }
    const { role, mount: method = 'kubernetes', tokenFile = podToken } = auth
    const jwt = await readFile(tokenFile, 'utf8').catch((cause: unknown) => {
      throw new BadRequestError(
        `The pod's token cannot be read from ${tokenFile}: mount it, or give VAULT_TOKEN.`,
        { parameter: 'auth', cause },
      )
    })
    const path = `auth/${method}/login`
    const what = `to sign in the role "${role}"`
    take(await call({ method: 'POST', path, what, body: { role, jwt: jwt.trim() }, signal }, lease))
  }

  const take = ({ auth: { client_token, lease_duration, renewable } }: z.output<typeof lease>) => {
    token = client_token
    keep(lease_duration, renewable)
  }

  async function renew(seconds: number, isRenewable: boolean): Promise<void> {
    const { signal } = closing
    try {
      if (!isRenewable) return await signIn(signal)
      const path = 'auth/token/renew-self'
      take(await call({ method: 'POST', path, what: 'to renew the token', token, body: {}, signal }, lease))
    } catch (error) {
      if (signal.aborted) return
      onFailure?.(error)
      // What is left of its time, in steps; at its end a pod signs in anew.
      keep(Math.max(seconds / 3, 1), isRenewable && !('role' in auth))
    }
  }

  await signIn(closing.signal)
  return {
    driver: 'vault',
    async read(names, { signal } = {}) {
      const path = `${mount}/data/${name}`
      const ask = () => call({ method: 'GET', path, what: 'to read the secret', token, signal }, secret)
      const answer = await ask().catch(async (error: unknown) => {
        // A pod whose token was revoked has another way in.
        const isRefused = StarkMatterError.is(error) && error.code === 'NOT_ENTITLED'
        if (!isRefused || !('role' in auth)) throw error
        await signIn(signal ?? closing.signal)
        return ask()
      })
      const found: Record<string, string> = {}
      for (const wanted of names) {
        const value = answer.data.data[wanted]
        if (value === undefined || value === '') continue
        if (typeof value !== 'string')
          throw new BadRequestError(`${wanted} at ${path} in Vault is not a text: write it as one.`, {
            parameter: wanted,
          })
        found[wanted] = value
      }
      return found
    },
    close() {
      closing.abort()
      clearTimeout(renewing)
    },
  }
}
