import { BadRequestError, NetworkError, TimeoutError, UpstreamError } from '@starkmatter/core'
import { DatabaseError } from '../DatabaseError.ts'

/** Whether after an error nobody knows what its connection holds, or whether it is still there. */
export function isOfConnection(error: unknown): boolean {
  return error instanceof NetworkError || error instanceof TimeoutError
}

/**
 * What a failure of the driver or of the server means for the caller. What is no matter of the connection, such as a statement
 * that breaks a rule of a table, stays a {@link DatabaseError} with its SQLSTATE.
 *
 * @param place - Host, port and database, without the account.
 * Source of the codes: the appendix "PostgreSQL Error Codes" of the PostgreSQL manual; other names are of Node's and the driver's.
 */
export function explainError(error: unknown, place: string, timeoutMs: number): unknown {
  if (!(error instanceof Error)) return error
  const { message: reason } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // The driver's own errors have no code.
  if (code === '' && /timeout/i.test(reason))
    return new TimeoutError(`${place} was not reached within ${timeoutMs} ms.`, { timeoutMs, cause: error })
  const refuse = (message: string) => new BadRequestError(message, { parameter: 'url', cause: error })
  if (/^28/.test(code))
    return refuse(`${place} refuses the account: ${reason}. Correct the user or the password in its address.`)
  if (code === '3D000')
    return refuse(`${place} does not exist: ${reason}. Create the database, or correct its address.`)
  if (code === '42501' || code === '25006')
    return refuse(
      `${place} may not be written: ${reason}. Grant the account its rights, or name the primary server.`,
    )
  if (code === '57014')
    return new TimeoutError(`${place} did not finish a statement within ${timeoutMs} ms.`, {
      timeoutMs,
      cause: error,
    })
  if (/^53/.test(code))
    return new UpstreamError(
      `${place} lacks resources: ${reason}. It needs more connections, memory or disk.`,
      {
        cause: error,
      },
    )
  if (code === '' || /^(?:08|57P|E[A-Z]{3,}$)/.test(code))
    return new NetworkError(
      `${place} cannot be reached: ${reason || code}. Is it running, and its address right?`,
      {
        cause: error,
      },
    )
  return new DatabaseError(reason, code, { cause: error })
}
