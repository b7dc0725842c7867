import type { HttpRequest } from '../../provider/index.ts'

export type AlpacaFeed = 'iex' | 'sip' | 'delayed_sip' | 'otc' | 'boats' | 'overnight'
export type AlpacaOptionFeed = 'indicative' | 'opra'

/** Options stream below it, in MessagePack alone. */
export const optionPath = '/v1beta1/'

/** What the options of the factory come to. */
export type AlpacaContext = {
  baseUrl: string
  /** Of the market's clock and calendar. */
  tradingUrl: string
  keyId: string
  secretKey: string
  feed: AlpacaFeed
  optionFeed: AlpacaOptionFeed
}

type Parameters = Readonly<Record<string, string | number | undefined>>

/** Makes requests with the keys in their headers, to the data host where none is given. */
export function createGet({ baseUrl, keyId, secretKey }: AlpacaContext, host = baseUrl) {
  const headers = { 'apca-api-key-id': keyId, 'apca-api-secret-key': secretKey }
  return (path: string, parameters: Parameters): HttpRequest => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${host}${path}?${search}`, headers }
  }
}
