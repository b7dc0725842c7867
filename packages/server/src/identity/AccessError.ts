/**
 * The gateway does not serve the caller: it does not know who asks, or that one may not. A code of the server's own, since the
 * SDK's set is about providers: its `gateway` provider reads them as `INVALID_KEY` and `NOT_ENTITLED`.
 */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN'

  constructor(code: AccessError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
