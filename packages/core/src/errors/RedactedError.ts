import { redact } from './redact.ts'
import { type ErrorDetails, StarkMatterError } from './StarkMatterError.ts'

/** Base of errors of providers, whose message may carry a vendor's words or a URL: secrets are masked before they are stored. */
export abstract class RedactedError extends StarkMatterError {
  declare readonly provider: string | undefined

  /** @param message - Says what happened and what to do next. */
  constructor(message: string, details: ErrorDetails = {}) {
    super(redact(message), details)
    this.provider = details.provider
    this.attempts = details.attempts ?? []
  }
}
