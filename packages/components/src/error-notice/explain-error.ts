import { type ErrorCode, StarkMatterError } from '@starkmatter/core'

export type Explanation = {
  /** What happened. */
  title: string
  /** What to do about it. */
  advice: string
  /** Whether the same question may be answered later. */
  canRetry: boolean
  /** When to ask again by itself, in ms; `null` to wait for the user. */
  retryInMs: number | null
}

const texts: Record<ErrorCode, readonly [title: string, advice: string]> = {
  INVALID_KEY: [
    'The provider refused the key',
    'Check the key in the server’s environment and start it again.',
  ],
  NOT_ENTITLED: [
    'The plan does not include this',
    'Choose another bar length or symbol, or a provider whose plan has it.',
  ],
  RATE_LIMITED: ['The provider is being asked too often', 'It is asked again by itself in a moment.'],
  QUOTA_EXHAUSTED: ['The provider’s allowance is used up', 'Use another provider until it is renewed.'],
  UNKNOWN_SYMBOL: ['This symbol is not known', 'Search for it by its name: press / to open the search.'],
  DELISTED: ['This symbol is no longer traded', 'Search for its successor: press / to open the search.'],
  NO_DATA: ['There are no bars for this', 'Choose another bar length, or another symbol.'],
  BAD_REQUEST: ['This cannot be asked for', 'Choose another bar length or symbol.'],
  RETIRED: ['The provider has closed its service', 'Use another provider.'],
  UPSTREAM: [
    'The provider has a fault of its own',
    'It is asked again by itself; everything else keeps working.',
  ],
  NETWORK: [
    'The server cannot be reached',
    'Check the connection. It is tried again by itself; what is on screen stays.',
  ],
  TIMEOUT: ['The answer took too long', 'It is asked again by itself; everything else keeps working.'],
  VALIDATION: [
    'The provider’s answer makes no sense',
    'Nothing of it is shown. Use another provider, or try again later.',
  ],
  UNSUPPORTED: [
    'No provider can answer this',
    'Choose another bar length, symbol or adjustment, or add a provider that has it.',
  ],
  ABORTED: ['The question was withdrawn', 'Ask again.'],
}

const usualRetryMs = 5_000

/** An error in the user's words. */
export function explainError(error: Error): Explanation {
  if (!StarkMatterError.is(error)) {
    return {
      title: 'Something went wrong on this page',
      advice: error.message,
      canRetry: true,
      retryInMs: null,
    }
  }
  const [title, advice] = texts[error.code]
  const retryAfterMs =
    'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : usualRetryMs
  return { title, advice, canRetry: error.retryable, retryInMs: error.retryable ? retryAfterMs : null }
}
