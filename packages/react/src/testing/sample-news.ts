import { defineProvider, type NewsItem, parseInstrument, RateLimitError, toNewsItem } from '@starkmatter/core'

/** One article of the sample wire, a number of hours ago. */
export function sampleStory(title: string, hoursAgo: number, about: readonly string[] = []): NewsItem {
  const time = Date.now() - hoursAgo * 3_600_000
  const item = toNewsItem({
    provider: 'wire',
    source: 'Sample wire',
    title,
    time,
    url: `https://wire.example/${encodeURIComponent(title)}`,
    instruments: about.map(parseInstrument),
  })
  if (!item) throw new Error(`No item of "${title}".`)
  return item
}

/** A source of news for tests. `stories` may change between two questions; without any it is asked too often. */
export function sampleWire(
  wire: { stories: readonly NewsItem[] | undefined; asked?: number },
  { id = 'wire', simulated = false, knowsSymbols = true } = {},
) {
  return defineProvider({
    id,
    simulated,
    title: 'Sample wire',
    symbols: {
      toProvider: ({ symbol }) => (knowsSymbols ? symbol : undefined),
      fromProvider: parseInstrument,
    },
    getNews: {
      answer({ limit }) {
        wire.asked = (wire.asked ?? 0) + 1
        if (!wire.stories) throw new RateLimitError('Too many calls.', { provider: id, retryAfterMs: 60_000 })
        return wire.stories.slice(0, limit).map((story) => ({ ...story, provider: id }))
      },
    },
  })
}
