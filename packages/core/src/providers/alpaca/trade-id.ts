/** An id that is unique among all exchanges: each of them counts its trades for itself. */
export function tradeId(venue: string | undefined, id: string): string {
  return venue === undefined ? id : `${venue}-${id}`
}
