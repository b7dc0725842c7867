export { InvalidParameterError } from './InvalidParameterError.ts'
export {
  DelistedError,
  InvalidKeyError,
  NetworkError,
  NoDataError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  RetiredError,
  UnknownSymbolError,
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
export { type Attempt, type ErrorCode, type ErrorDetails, StarkMatterError } from './StarkMatterError.ts'
