import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits: nobody guesses it, so a plain hash is enough to keep it by. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Of something that has no meaning outside. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}

/** What is kept of a secret, so that whoever reads the database cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Always the same secret of the two parts, and nobody's who has one of them only. */
export function derive(secret: string, seed: string): string {
  return createHmac('sha256', seed).update(secret).digest('base64url')
}
