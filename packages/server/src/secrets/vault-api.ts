import { setTimeout as sleep } from 'node:timers/promises'
import {
  AbortedError,
  BadRequestError,
  NetworkError,
  NotEntitledError,
  StarkMatterError,
  TimeoutError,
  UpstreamError,
} from '@starkmatter/core'
import * as z from 'zod'

export type VaultApiOptions = {
  address: string
  namespace: string | undefined
  /** Deadline of one call with all its attempts, in milliseconds. */
  timeoutMs: number
}

export type VaultRequest = {
  method: 'GET' | 'POST'
  /** Below `/v1/`. */
  path: string
  /** What the call is for, as a sentence can name it. */
  what: string
  token?: string | undefined
  body?: Readonly<Record<string, string>> | undefined
  signal?: AbortSignal | undefined
}

/** Asks Vault, again where that may help, until the deadline. Never tells a token or an answer's content. */
export type VaultApi = <schema extends z.ZodType>(
  request: VaultRequest,
  schema: schema,
) => Promise<z.output<schema>>

const firstPauseMs = 200
const longestPauseMs = 2_000
/** Vault itself keeps no secret larger than this by default. */
const largestAnswer = 1_048_576

const refusal = z.object({ errors: z.array(z.string()) })

/**
 * Vault's HTTP interface through `fetch`: three calls do not pay for a client library, and none found has a deadline, tells a sealed
 * Vault from a refusal, and keeps its token away from a host that it is sent on to.
 */
export function vaultApi({ address, namespace, timeoutMs }: VaultApiOptions): VaultApi {
  const base = address.replace(/\/+$/, '')
  const place = `Vault at ${new URL(address).host}`

  return async ({ method, path, what, token, body, signal: given }, schema) => {
    const deadline = AbortSignal.timeout(timeoutMs)
    const signal = given ? AbortSignal.any([deadline, given]) : deadline
    let last: StarkMatterError | undefined
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await attempt()
      } catch (error) {
        if (!StarkMatterError.is(error)) throw ended()
        if (!error.retryable) throw error
        last = error
      }
      await sleep(pauseMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {
        throw ended()
      })
    }

    /** What the caller's signal or the deadline ends with: the trouble that was met on the way says more than the time. */
    function ended(): StarkMatterError {
      if (given?.aborted) return new AbortedError()
      return last ?? new TimeoutError(`${place} did not answer within ${timeoutMs} ms.`, { timeoutMs })
    }

    async function attempt() {
      const response = await fetch(`${base}/v1/${path}`, {
        method,
        // A standby may send on to another host, which `fetch` would give the token to.
        redirect: 'manual',
        headers: {
          'x-vault-request': 'true',
          ...(token !== undefined && { 'x-vault-token': token }),
          ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal,
      }).catch((cause: unknown) => {
        if (signal.aborted) throw cause
        throw new NetworkError(`${place} cannot be reached: check VAULT_ADDR and that it runs.`, { cause })
      })
      const text = await bodyOf(response)
      if (!response.ok) throw refused(response.status, text)
      const read = schema.safeParse(parsed(text))
      if (!read.success) {
        const path = read.error.issues[0]?.path.join('.') || 'the root'
        throw new UpstreamError(`${place} answered ${what} in another shape than known, at ${path}.`)
      }
      return read.data
    }

    async function bodyOf(response: Response): Promise<string> {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of response.body ?? []) {
        size += chunk.length
        if (size > largestAnswer)
          throw new BadRequestError(`${place} answered ${what} with more than ${largestAnswer} bytes.`)
        chunks.push(chunk)
      }
      return Buffer.concat(chunks).toString()
    }

    function refused(status: number, text: string): StarkMatterError {
      const read = refusal.safeParse(parsed(text))
      const reasons = read.success ? read.data.errors.join('; ') : ''
      if (status >= 300 && status < 400)
        return new BadRequestError(`${place} sends on to another host: set VAULT_ADDR to the active one.`)
      if (/sealed/i.test(reasons) || (status === 503 && reasons === ''))
        return new UpstreamError(`${place} is sealed: unseal it, and this goes on by itself.`, { status })
      if (status === 403)
        return new NotEntitledError(
          `${place} refuses ${what}. The token or role is not right or has ended, or its policy lacks the right to ${method === 'GET' ? 'read' : 'update'} ${path}.`,
        )
      if (status === 404)
        return new BadRequestError(
          `${place} has nothing at ${path}: write it, or correct VAULT_PATH (mount first, without "data") or VAULT_NAMESPACE.`,
        )
      if (status === 429 || status === 412 || status === 472 || status === 473 || status >= 500)
        return new UpstreamError(`${place} failed ${what} with ${status}. Ask its operator.`, { status })
      return new BadRequestError(`${place} does not take ${what}: it answered ${status}.`)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
