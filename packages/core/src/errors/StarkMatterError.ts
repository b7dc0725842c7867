/** Every way a call can fail. The set is closed: a `switch` over it is complete. */
export type ErrorCode =
  | 'INVALID_KEY'
  | 'NOT_ENTITLED'
  | 'RATE_LIMITED'
  | 'QUOTA_EXHAUSTED'
  | 'UNKNOWN_SYMBOL'
  | 'DELISTED'
  | 'NO_DATA'
  | 'BAD_REQUEST'
  | 'RETIRED'
  | 'UPSTREAM'
  | 'NETWORK'
  | 'TIMEOUT'
  | 'VALIDATION'
  | 'UNSUPPORTED'
  | 'ABORTED'

/** One provider's part in a call that failed over, in the order they were asked. */
export type Attempt = {
  provider: string
  /** `'OK'` for the provider that answered. */
  outcome: 'OK' | ErrorCode
  /** Why it was passed over; absent when it answered. */
  message?: string
  elapsedMs: number
}

export type ErrorDetails = {
  provider?: string | undefined
  cause?: unknown
  /** Filled by the client when more than one provider was asked. */
  attempts?: readonly Attempt[] | undefined
}

/** What every error says of itself as JSON; each class adds the facts that it has. */
export type ErrorFacts = {
  code: ErrorCode
  message: string
  retryable: boolean
  provider?: string | undefined
  attempts: readonly Attempt[]
}

// A registered symbol, so that two installed copies of the SDK recognise each other's errors.
const brand = Symbol.for('@starkmatter/error')

/**
 * Base of everything the SDK throws. Catch by code, not by class:
 *
 * @example
 * StarkMatterError.is(new TimeoutError('No answer within 10 ms.', { timeoutMs: 10 })) // true
 */
export abstract class StarkMatterError extends Error {
  abstract override readonly name: string
  abstract readonly code: ErrorCode
  /** Whether the same call may succeed later without a change. */
  abstract readonly retryable: boolean
  /** Whose answer or refusal it is. Declared only, as the rest is in every bundle down to one function's. */
  declare readonly provider: string | undefined
  attempts: readonly Attempt[] = []

  /** True for an error of any installed copy of the SDK. */
  static is(error: unknown): error is StarkMatterError {
    return brand in Object(error)
  }

  /** The facts without the stack and the cause: safe to log and to send to a client. */
  toJSON(): ErrorFacts {
    // Stack and cause are not enumerable, and neither is the message.
    return { ...this, message: this.message }
  }

  /** A mark: that it is there says all. */
  [brand](): void {}
}
