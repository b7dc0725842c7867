import { BadRequestError, NetworkError, TimeoutError, UpstreamError } from '@starkmatter/core'
import { DatabaseError } from '../DatabaseError.ts'

/** Whether after an error nobody knows what its connection holds, or whether it is still there. */
export function isOfConnection(error: unknown): boolean {
  return error instanceof NetworkError || error instanceof TimeoutError
}

/** What a failure means, by its code, or by the message of an error that has none. The first that fits holds. */
const kinds: readonly (readonly [
  fits: RegExp,
  explain: (place: string, reason: string, cause: Error) => Error,
])[] = [
  [
    /^28|^SASL|password/i,
    (place, reason, cause) =>
      refusal(
        `${place} refuses the account: ${reason}. Correct the user or the password in its address.`,
        cause,
      ),
  ],
  [
    /^3D000$/,
    (place, reason, cause) =>
      refusal(`${place} does not exist: ${reason}. Create the database, or correct its address.`, cause),
  ],
  [
    /^(?:42501|25006)$/,
    (place, reason, cause) =>
      refusal(
        `${place} may not be written: ${reason}. Grant the account its rights, or name the primary server.`,
        cause,
      ),
  ],
  [
    /CERT|SIGNATURE|SSL|TLS/,
    (place, reason, cause) =>
      refusal(`${place} is not trusted: ${reason}. Correct sslmode and certificates in its address.`, cause),
  ],
  [
    /^53/,
    (place, reason, cause) =>
      new UpstreamError(`${place} lacks resources: ${reason}. It needs more connections, memory or disk.`, {
        cause,
      }),
  ],
  [
    /^57014$/,
    (place, reason, cause) =>
      new UpstreamError(`${place} was told to end a statement: ${reason}. Ask again.`, { cause }),
  ],
  [
    // Lost, not there, shutting down; the last ones are the driver's own, without a code.
    /^(?:57P|08|E[A-Z]{3,}$|Connection |Client |Cannot use a pool|timeout)/,
    (place, reason, cause) =>
      new NetworkError(`${place} cannot be reached: ${reason}. Is it running, and its address right?`, {
        cause,
      }),
  ],
]

const refusal = (message: string, cause: Error) => new BadRequestError(message, { parameter: 'url', cause })

/**
 * What a failure of the driver or of the server means for the caller. What is no matter of the connection, such as a statement
 * that breaks a rule of a table, stays a {@link DatabaseError} with its SQLSTATE.
 *
 * @param place - Host, port and database, without the account.
 * Source of the codes: the appendix "PostgreSQL Error Codes" of the PostgreSQL manual; other names are Node's.
 */
export function explainError(error: unknown, place: string): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // Of several addresses that were tried, Node says what each lacks and nothing of the whole.
  const reason = error.message || code || error.name
  const kind = kinds.find(([fits]) => fits.test(code ?? error.message))
  if (kind) return kind[1](place, reason, error)
  return code === undefined ? error : new DatabaseError(reason, code, { cause: error })
}
