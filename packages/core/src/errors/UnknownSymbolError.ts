import { RedactedError } from './RedactedError.ts'
import type { ErrorDetails } from './StarkMatterError.ts'

/** The venue does not list the symbol. */
export class UnknownSymbolError extends RedactedError {
  override readonly name = 'UnknownSymbolError'
  readonly code = 'UNKNOWN_SYMBOL'
  readonly retryable = false
  readonly symbol: string

  constructor(symbol: string, details: ErrorDetails & { hint?: string | undefined } = {}) {
    const where = details.provider ? `${details.provider} does not list` : 'No provider lists'
    super(
      `${where} "${symbol}". ${details.hint ?? 'Check the spelling, or look it up with searchSymbols.'}`,
      details,
    )
    this.symbol = symbol
  }
}
