import { RedactedError } from './RedactedError.ts'

/** The venue could not be reached. */
export class NetworkError extends RedactedError {
  override readonly name = 'NetworkError'
  readonly code = 'NETWORK'
  readonly retryable = true
}
