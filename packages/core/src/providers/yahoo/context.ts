import type { Credential, HttpRequest } from '../../provider/index.ts'

/** Where requests go, and in whose name. */
export type YahooContext = { baseUrl: string; userAgent: string }

export type Get = (path: string, parameters: Parameters, credential?: Credential) => HttpRequest

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/** Makes requests to Yahoo's interface. */
export function createGet({ baseUrl, userAgent }: YahooContext): Get {
  return (path, parameters, credential = {}) => {
    const { crumb, cookie } = credential
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...parameters, crumb })) {
      if (value !== undefined) search.set(name, String(value))
    }
    return {
      url: `${baseUrl}${path}?${search}`,
      headers: { 'user-agent': userAgent, ...(cookie !== undefined && { cookie }) },
    }
  }
}

export const at = (path: string, symbol: string) => `${path}/${encodeURIComponent(symbol)}`
