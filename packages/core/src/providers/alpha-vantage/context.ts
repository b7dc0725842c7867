import type { HttpRequest } from '../../provider/index.ts'

/** Where requests go, and the key. */
export type AlphaVantageContext = { baseUrl: string; apiKey: string }

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/** Makes requests to one of Alpha Vantage's functions. */
export function createAsk({ baseUrl, apiKey }: AlphaVantageContext) {
  return (name: string, parameters: Parameters = {}): HttpRequest => {
    const search = new URLSearchParams({ function: name })
    for (const [key, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(key, String(value))
    }
    search.set('apikey', apiKey)
    return { url: `${baseUrl}/query?${search}` }
  }
}
