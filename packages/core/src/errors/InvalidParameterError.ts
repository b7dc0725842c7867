import { StarkMatterError } from './StarkMatterError.ts'

/**
 * A parameter is out of its range. `expected` says the range, `got` the value. It is made of the caller's own words, so
 * nothing is masked: that keeps it light enough for functions that are bundled alone.
 */
export class InvalidParameterError extends StarkMatterError {
  override readonly name = 'InvalidParameterError'
  readonly code = 'BAD_REQUEST'
  readonly retryable = false
  declare readonly parameter: string
  declare readonly expected: string
  declare readonly got: string

  constructor(parameter: string, expected: string, got: unknown) {
    const shown = typeof got === 'string' ? `"${got}"` : String(got)
    super(`"${parameter}" must be ${expected}, but is ${shown}.`)
    this.parameter = parameter
    this.expected = expected
    this.got = shown
  }
}
