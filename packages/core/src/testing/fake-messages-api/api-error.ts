/** The `error.type` that the API sends with a status. */
const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  408: 'timeout_error',
  409: 'conflict_error',
  413: 'request_too_large',
  422: 'invalid_request_error',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
}

/** The body of an error, the same over HTTP, in a stream and in a batch. */
export function errorBody(
  status: number,
  error: { type?: string | undefined; message?: string | undefined; errorCode?: string | undefined },
  requestId: string,
) {
  const {
    type = types[status] ?? 'api_error',
    message = `The fake API answers ${status}.`,
    errorCode,
  } = error
  return {
    type: 'error',
    error: { type, message, ...(errorCode === undefined ? {} : { details: { error_code: errorCode } }) },
    request_id: requestId,
  }
}
