/** A score in words; near 0 says nothing. */
export function inWords(score: number): string {
  const size = Math.abs(score)
  if (size < 0.05) return 'neutral'
  const side = score > 0 ? 'positive' : 'negative'
  return size < 0.2 ? `slightly ${side}` : size < 0.5 ? side : `strongly ${side}`
}
