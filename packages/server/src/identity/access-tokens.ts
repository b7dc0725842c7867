import { BadRequestError, type Clock } from '@starkmatter/core'
import type { CryptoKey, JWK } from 'jose'
import * as z from 'zod'
import type { GrantStore } from '../store/accounts/grant-store.ts'
import { AccessError } from './AccessError.ts'

export type AccessTokens = {
  sign(claims: { accountId: string; sessionId: string }): Promise<{ token: string; expiresAt: number }>
  /** @throws {AccessError} UNAUTHENTICATED, not one of ours, or not valid any more */
  verify(token: string): Promise<{ sessionId: string; expiresAt: number }>
  /** The public keys, for whoever checks tokens itself. */
  publicKeys(): Promise<{ keys: readonly JWK[] }>
}

/** Short, as a token cannot be taken back from those who check it themselves. */
const lifetimeMs = 600_000
/** A key signs for so long, and is known for a day longer. */
const keyLifetimeMs = 30 * 86_400_000
export const keyKeptMs = keyLifetimeMs + 86_400_000
/** An unknown key may have been made by another process just now; so often it is looked for. */
const reloadEveryMs = 2_000

const issuer = 'starkmatter'
const algorithm = 'EdDSA'

const jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })

type Keys = { newest: Key; all: ReadonlyMap<string, Key>; readAt: number }
type Key = {
  id: string
  createdAt: number
  private: CryptoKey | Uint8Array
  public: CryptoKey | Uint8Array
  shown: JWK
}

/**
 * Access tokens as JSON Web Tokens, signed with Ed25519. Keys are made when they are needed and kept in the store, where the other
 * processes find them.
 *
 * @param given - A private JSON Web Key to sign with, for a key that is kept elsewhere.
 */
export function createAccessTokens(store: GrantStore, clock: Clock, given?: string): AccessTokens {
  const known = new Map<string, Promise<Key>>()
  let reading: Promise<Keys> | undefined
  let keys: Keys | undefined

  const keyOf = (id: string, text: string, createdAt: number): Promise<Key> => {
    const found = known.get(id) ?? importKey(id, text, createdAt)
    known.set(id, found)
    return found
  }

  async function read(): Promise<Keys> {
    const now = clock.now()
    if (given !== undefined) {
      const key = await importKey('given', given, now)
      return { newest: key, all: new Map([[key.id, key]]), readAt: now }
    }
    let [kept] = [await store.listSigningKeys()]
    if (!kept[0] || kept[0].createdAt + keyLifetimeMs <= now) {
      await store.addSigningKey(await makeKey(now))
      kept = await store.listSigningKeys()
    }
    const all = await Promise.all(kept.map(({ id, jwk: text, createdAt }) => keyOf(id, text, createdAt)))
    const [newest] = all
    if (!newest) throw new Error('The store keeps no signing key.')
    return { newest, all: new Map(all.map((key) => [key.id, key])), readAt: now }
  }

  /** Once for all who ask at the same time. */
  async function load(): Promise<Keys> {
    reading ??= read().finally(() => {
      reading = undefined
    })
    keys = await reading
    return keys
  }

  async function signingKey(): Promise<Key> {
    const isOld = keys && keys.newest.createdAt + keyLifetimeMs <= clock.now()
    return (keys && (given !== undefined || !isOld) ? keys : await load()).newest
  }

  async function keyById(id: string | undefined): Promise<Key | undefined> {
    const current = keys ?? (await load())
    const found = current.all.get(id ?? '')
    if (found || current.readAt + reloadEveryMs > clock.now()) return found
    return (await load()).all.get(id ?? '')
  }

  return {
    async sign({ accountId, sessionId }) {
      const { SignJWT } = await import('jose')
      const key = await signingKey()
      const now = clock.now()
      const expiresAt = now + lifetimeMs
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, kid: key.id, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(accountId)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key.private)
      return { token, expiresAt }
    },

    async verify(token) {
      const { jwtVerify } = await import('jose')
      // What the store fails by is no fault of the token.
      let failure: { reason: unknown } | undefined
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid }) => {
            const key = await keyById(kid).catch((reason: unknown) => {
              failure = { reason }
            })
            if (!key) throw new Error('unknown key')
            return key.public
          },
          {
            ...{ algorithms: [algorithm], issuer, audience: issuer, typ: 'at+jwt' },
            ...{ requiredClaims: ['sub', 'sid', 'exp'], currentDate: new Date(clock.now()) },
          },
        )
        const { sid, exp = 0 } = payload
        if (typeof sid !== 'string') throw new Error('no session')
        return { sessionId: sid, expiresAt: exp * 1000 }
      } catch (cause) {
        if (failure) throw failure.reason
        throw new AccessError(
          'UNAUTHENTICATED',
          'The access token is not valid, or no longer. Sign in again.',
          {
            cause,
          },
        )
      }
    },

    async publicKeys() {
      const { all } = keys ?? (await load())
      return { keys: [...all.values()].map(({ shown }) => shown) }
    },
  }
}

async function makeKey(createdAt: number) {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose')
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const made = await exportJWK(privateKey)
  return { id: await calculateJwkThumbprint(made), jwk: JSON.stringify(made), createdAt }
}

async function importKey(id: string, text: string, createdAt: number): Promise<Key> {
  const { calculateJwkThumbprint, importJWK } = await import('jose')
  const read = jwk.safeParse(parseOrNothing(text))
  if (!read.success)
    throw new BadRequestError(
      'The key that signs access tokens must be a private JSON Web Key: {"kty":"OKP","crv":"Ed25519","x":…,"d":…}. It is not repeated here.',
      { parameter: 'signingKey' },
    )
  const { d: _secret, ...half } = read.data
  const kid = id === 'given' ? await calculateJwkThumbprint(half) : id
  const shown = { kty: half.kty, crv: half.crv, x: half.x, kid, alg: algorithm, use: 'sig' }
  return {
    ...{ id: kid, createdAt, shown },
    private: await importJWK(read.data, algorithm),
    public: await importJWK(half, algorithm),
  }
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
