import { RedactedError } from './RedactedError.ts'
import type { ErrorDetails } from './StarkMatterError.ts'

type ProviderDetails = ErrorDetails & { provider: string }

/** The venue does not accept the key. */
export class InvalidKeyError extends RedactedError {
  override readonly name = 'InvalidKeyError'
  readonly code = 'INVALID_KEY'
  readonly retryable = false
}

/** The key is good, but the plan does not include what was asked. */
export class NotEntitledError extends RedactedError {
  override readonly name = 'NotEntitledError'
  readonly code = 'NOT_ENTITLED'
  readonly retryable = false
}

/** The venue refused because we called too often. Retry after `retryAfterMs`. */
export class RateLimitError extends RedactedError {
  override readonly name = 'RateLimitError'
  readonly code = 'RATE_LIMITED'
  readonly retryable = true
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: ProviderDetails & { retryAfterMs?: number | undefined }) {
    super(message, details)
    this.retryAfterMs = details.retryAfterMs
  }
}

/** A budget that refills slowly (a day, a month) is used up until `resetsAt` (ms UTC), when known. */
export class QuotaExhaustedError extends RedactedError {
  override readonly name = 'QuotaExhaustedError'
  readonly code = 'QUOTA_EXHAUSTED'
  readonly retryable = false
  readonly resetsAt: number | undefined

  constructor(message: string, details: ProviderDetails & { resetsAt?: number | undefined }) {
    super(message, details)
    this.resetsAt = details.resetsAt
  }
}

/** The symbol existed, but is no longer traded, and its data is gone. */
export class DelistedError extends RedactedError {
  override readonly name = 'DelistedError'
  readonly code = 'DELISTED'
  readonly retryable = false
  readonly symbol: string

  constructor(symbol: string, details: ErrorDetails = {}) {
    super(
      `"${symbol}" is delisted and its data is no longer served. Ask another provider for its history.`,
      details,
    )
    this.symbol = symbol
  }
}

/** The question was understood and the answer is empty. */
export class NoDataError extends RedactedError {
  override readonly name = 'NoDataError'
  readonly code = 'NO_DATA'
  readonly retryable = false
}

/** The provider's service has ended; the message names the way out. */
export class RetiredError extends RedactedError {
  override readonly name = 'RetiredError'
  readonly code = 'RETIRED'
  readonly retryable = false
}

/** The venue failed: a 5xx, or an answer that is an error page. It may say after how long to ask again. */
export class UpstreamError extends RedactedError {
  override readonly name = 'UpstreamError'
  readonly code = 'UPSTREAM'
  readonly retryable = true
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    message: string,
    details: ErrorDetails & { status?: number | undefined; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, details)
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}

/** An answer is not what its contract says. `path` leads to the place, like `chart.result[0].timestamp`. */
export class ValidationError extends RedactedError {
  override readonly name = 'ValidationError'
  readonly code = 'VALIDATION'
  readonly retryable = false
  readonly path: string
  readonly expected: string
  readonly got: string

  constructor(details: ErrorDetails & { path: string; expected: string; got: string }) {
    const from = details.provider ? `${details.provider} sent` : 'Received'
    super(
      `${from} ${details.got} at ${details.path || 'the root'} where ${details.expected} was expected.`,
      details,
    )
    this.path = details.path
    this.expected = details.expected
    this.got = details.got
  }
}
