export { InvalidParameterError } from './InvalidParameterError.ts'
export { NetworkError } from './NetworkError.ts'
export {
  DelistedError,
  InvalidKeyError,
  NoDataError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  RetiredError,
  UpstreamError,
  ValidationError,
} from './provider.ts'
export { redact } from './redact.ts'
export {
  AbortedError,
  BadRequestError,
  TimeoutError,
  UnsupportedError,
} from './request.ts'
export {
  type Attempt,
  type ErrorCode,
  type ErrorDetails,
  type ErrorFacts,
  StarkMatterError,
} from './StarkMatterError.ts'
export { UnknownSymbolError } from './UnknownSymbolError.ts'
