import { SentimentPanel } from '@starkmatter/components/sentiment-panel'
import { useQuote } from '@starkmatter/react'
import { useState } from 'react'

/** How far back the news go: what is older weighs next to nothing. */
const reachMs = 30 * 86_400_000

/** How the news of a symbol read, with the words that speak for it. */
export function NewsPanel({ symbol }: { symbol: string }) {
  // One moment for as long as the panel is open: each other would be another question.
  const [start] = useState(() => Date.now() - reachMs)
  const { data: quote } = useQuote({ symbol })
  return <SentimentPanel symbol={symbol} names={quote?.name ? [quote.name] : []} start={start} />
}
