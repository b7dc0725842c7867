import { type ErrorDetails, StarkMatterError } from './StarkMatterError.ts'

/** The call itself cannot be right: a reversed range, an unknown interval. `parameter` names the culprit. */
export class BadRequestError extends StarkMatterError {
  override readonly name: string = 'BadRequestError'
  readonly code = 'BAD_REQUEST'
  readonly retryable = false
  readonly parameter: string | undefined

  constructor(message: string, details: ErrorDetails & { parameter?: string } = {}) {
    super(message, details)
    this.parameter = details.parameter
  }
}

/** A parameter is out of its range. `expected` says the range, `got` the value. */
export class InvalidParameterError extends BadRequestError {
  override readonly name = 'InvalidParameterError'
  readonly expected: string
  readonly got: string

  constructor(parameter: string, expected: string, got: unknown) {
    const shown = typeof got === 'string' ? JSON.stringify(got) : String(got)
    super(`"${parameter}" must be ${expected}, but is ${shown}.`, { parameter })
    this.expected = expected
    this.got = shown
  }
}

/** No provider of this client can do what was asked. */
export class UnsupportedError extends StarkMatterError {
  override readonly name = 'UnsupportedError'
  readonly code = 'UNSUPPORTED'
  readonly retryable = false
}

/** The caller's signal was aborted. */
export class AbortedError extends StarkMatterError {
  override readonly name = 'AbortedError'
  readonly code = 'ABORTED'
  readonly retryable = false

  constructor(message = 'The call was aborted by its signal.', details: ErrorDetails = {}) {
    super(message, details)
  }
}

/** The deadline passed. */
export class TimeoutError extends StarkMatterError {
  override readonly name = 'TimeoutError'
  readonly code = 'TIMEOUT'
  readonly retryable = true
  readonly timeoutMs: number

  constructor(message: string, details: ErrorDetails & { timeoutMs: number }) {
    super(message, details)
    this.timeoutMs = details.timeoutMs
  }
}
