import { redact } from './redact.ts'
import { type ErrorDetails, StarkMatterError } from './StarkMatterError.ts'

/** Base of errors whose message may carry a vendor's words or a URL: secrets are masked before they are stored. */
export abstract class RedactedError extends StarkMatterError {
  constructor(message: string, details: ErrorDetails = {}) {
    super(redact(message), details)
  }
}
