import { parseInstrument } from '@starkmatter/core'

/** One spelling for one instrument, so that `AAPL` of an address is the `equity:AAPL` of a list. Nonsense stays as it is. */
export function canonical(symbol: string): string {
  try {
    return parseInstrument(symbol).id
  } catch {
    return symbol
  }
}
