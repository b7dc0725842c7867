import { type CredentialFlow, statusError, Wire } from '../../provider/index.ts'

const id = 'reddit'

/** An app's token, in exchange for its id and secret. */
export function tokenFlow(
  url: string,
  clientId: string,
  clientSecret: string,
  userAgent: string,
): CredentialFlow {
  return {
    *steps() {
      const response = yield {
        method: 'POST',
        url,
        headers: {
          authorization: `Basic ${base64Of(`${clientId}:${clientSecret}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': userAgent,
        },
        body: 'grant_type=client_credentials',
      }
      const error = statusError(id, response)
      if (error) throw error
      return { token: new Wire(id, response.json(id)).at('access_token').text() }
    },
    isRejected: ({ status }) => status === 401,
    // Tokens live an hour; a minute is left for calls under way.
    maxAgeMs: 59 * 60_000,
  }
}

/** Of the text's UTF-8, as RFC 7617 has it: `btoa` alone stops at letters beyond Latin-1. */
function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
