import { RedactedError } from './RedactedError.ts'
import type { ErrorDetails } from './StarkMatterError.ts'

/** The call itself cannot be right: a reversed range, an unknown interval. `parameter` names the culprit. */
export class BadRequestError extends RedactedError {
  override readonly name: string = 'BadRequestError'
  readonly code = 'BAD_REQUEST'
  readonly retryable = false
  readonly parameter: string | undefined

  constructor(message: string, details: ErrorDetails & { parameter?: string | undefined } = {}) {
    super(message, details)
    this.parameter = details.parameter
  }
}

/** No provider of this client can do what was asked. */
export class UnsupportedError extends RedactedError {
  override readonly name = 'UnsupportedError'
  readonly code = 'UNSUPPORTED'
  readonly retryable = false
}

/** The caller's signal was aborted. */
export class AbortedError extends RedactedError {
  override readonly name = 'AbortedError'
  readonly code = 'ABORTED'
  readonly retryable = false

  constructor(
    message = 'Its own "signal" ended the call. Ask again with one that ends later.',
    details: ErrorDetails = {},
  ) {
    super(message, details)
  }
}

/** The deadline passed. */
export class TimeoutError extends RedactedError {
  override readonly name = 'TimeoutError'
  readonly code = 'TIMEOUT'
  readonly retryable = true
  readonly timeoutMs: number

  constructor(message: string, details: ErrorDetails & { timeoutMs: number }) {
    super(message, details)
    this.timeoutMs = details.timeoutMs
  }
}
