import type { HttpRequest } from '../../provider/index.ts'

export type TiingoContext = { baseUrl: string; apiKey: string }

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

export type Get = ReturnType<typeof createGet>

/** Makes requests with the key in their header. */
export function createGet({ baseUrl, apiKey }: TiingoContext) {
  const headers = { authorization: `Token ${apiKey}`, 'content-type': 'application/json' }
  return (path: string, parameters: Parameters = {}): HttpRequest => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`, headers }
  }
}
