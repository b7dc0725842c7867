import type { HttpRequest } from '../../provider/index.ts'

/** Where requests go, and the key. */
export type MassiveContext = { baseUrl: string; apiKey: string }

export type Get = (
  path: string,
  parameters?: Readonly<Record<string, string | number | boolean | undefined>>,
) => HttpRequest

/** Makes requests to Massive's interface. */
export function createGet({ baseUrl, apiKey }: MassiveContext): Get {
  const headers = { authorization: `Bearer ${apiKey}` }
  return (path, parameters = {}) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`, headers }
  }
}

export const at = (path: string, symbol: string) => `${path}/${encodeURIComponent(symbol)}`
