import { useQuotes } from '@starkmatter/react'
import type { PaperPosition } from './paper-schemas.ts'

export type LivePosition = {
  position: PaperPosition
  /** The last known price; `null` where there is none. */
  price: number | null
  value: number | null
  /** Value less cost. */
  result: number | null
}

/** Positions with what they are worth at this moment. For eyes only: the gateway reckons exactly. */
export function useLivePositions(positions: readonly PaperPosition[]): readonly LivePosition[] {
  const quotes = useQuotes({ symbols: positions.map(({ instrument }) => instrument) })
  return positions.map((position, index) => {
    const quote = quotes[index]?.quote
    const { bid, ask, last, priceScale = 1 } = quote ?? {}
    const middle = bid && ask && bid <= ask ? (bid + ask) / 2 : last
    const price = middle ? middle * priceScale : position.price === null ? null : Number(position.price)
    const value = price === null ? null : price * Number(position.quantity)
    return { position, price, value, result: value === null ? null : value - Number(position.cost) }
  })
}
