import { BadRequestError, RateLimitError, UnsupportedError } from '@starkmatter/core'
import { nameKey } from '../store/accounts/account-store.ts'
import { newSecret } from './secret.ts'

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes that may wait for their turn: each takes 19 MiB and some ms of a core. */
const mostWaiting = 32

const shortest = 8
const longest = 256

// The first that anybody tries, of those that are long enough.
const common = new Set(
  `password password1 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 87654321 qwertyui qwertyuiop
   qwerty123 1q2w3e4r 1qaz2wsx asdfghjk asdfghjkl iloveyou sunshine princess football baseball superman
   trustno1 welcome1 letmein1 letmein123 admin123 adminadmin abcd1234 abc12345 computer starkmatter changeme
   whatever dragon123 monkey123 michael1 jennifer 11223344 password123`.split(/\s+/),
)

/**
 * The rules of NIST SP 800-63B: long enough, not what everybody tries, not the account's name; and nothing about kinds of characters.
 *
 * @returns the password in the one spelling that is hashed
 * @throws {BadRequestError} saying which rule
 */
export function readPassword(password: string, name: string, parameter = 'password'): string {
  const text = password.normalize('NFKC')
  const length = [...text].length
  const refuse = (message: string) => new BadRequestError(message, { parameter })
  if (length < shortest) throw refuse(`A password has at least ${shortest} characters.`)
  if (length > longest) throw refuse(`A password has at most ${longest} characters.`)
  const key = nameKey(text)
  if (key === nameKey(name) || key === nameKey(name).split('@')[0])
    throw refuse('A password must not be the name of the account.')
  if (common.has(key) || new Set(key).size === 1)
    throw refuse('This password is among the first that are guessed. Choose another.')
  return text
}

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long without a hash, so that it does not tell whether there is an account. */
  matches(password: string, hash: string | null | undefined): Promise<boolean>
}

/** Hashes passwords, a few at a time. Needs the package `@node-rs/argon2`. */
export function createPasswords(): Passwords {
  let waiting = 0
  let decoy: Promise<string> | undefined

  async function inTurn<result>(run: (argon2: Argon2) => Promise<result>): Promise<result> {
    if (waiting >= mostWaiting)
      throw new RateLimitError('Too many people are signing in at this moment. Try again in some seconds.', {
        provider: 'accounts',
        retryAfterMs: 3_000,
      })
    waiting++
    try {
      return await run(await loadArgon2())
    } finally {
      waiting--
    }
  }
  const hash = (password: string) => inTurn((argon2) => argon2.hash(password, cost))

  return {
    hash,
    async matches(password, known) {
      decoy ??= hash(newSecret())
      const compared = known ?? (await decoy)
      const isRight = await inTurn((argon2) => argon2.verify(compared, password.normalize('NFKC')))
      return isRight && typeof known === 'string'
    },
  }
}

type Argon2 = typeof import('@node-rs/argon2')

async function loadArgon2(): Promise<Argon2> {
  try {
    return await import('@node-rs/argon2')
  } catch (cause) {
    throw new UnsupportedError(
      'Accounts need a package that hashes passwords. Install it: npm i @node-rs/argon2',
      {
        cause,
      },
    )
  }
}
