import { type NewsItem, parseInstrument } from '@starkmatter/core'
import { aggregateSentiment } from '@starkmatter/core/sentiment'
import type { BarsContext } from '../../bars/read-bars.ts'
import { actionOf } from '../../gateway/client.ts'
import type { NewsFacts } from '../engine/judge.ts'

export type NewsWatchOptions = {
  context: BarsContext
  symbol: string
  everyMs: number
  /** Time of the newest story that was heard before, ms UTC; without it, what is there already is no news. */
  heardUntil: number | undefined
  /** Brings what it makes fire to safety. */
  onNews(news: NewsFacts, id: string): Promise<void>
  onHeard(time: number): void
}

const reachMs = 30 * 86_400_000
const mostStories = 200

/** Asks for the news of one instrument now and then, and tells each new story once, the oldest first. */
export function watchNews(options: NewsWatchOptions): { close(): void } {
  const { context, symbol, everyMs, onNews, onHeard } = options
  const { client, clock, timeoutMs, logger } = context
  const { id: instrument } = parseInstrument(symbol)
  const stop = new AbortController()
  let heardUntil = options.heardUntil
  /** Ids of the last answer: a story that comes late has a time before the newest. */
  let known: ReadonlySet<string> | undefined
  let cancel = () => {}

  async function ask(): Promise<void> {
    const now = clock.now()
    const question = { symbols: [symbol], start: now - reachMs, limit: mostStories, timeoutMs }
    const items = await actionOf(client, 'getNews')({ ...question, signal: stop.signal })
    const stories = items.map((item) => ({ ...item, instruments: [instrument] }))
    const score = aggregateSentiment(stories, { now }).get(instrument)?.score ?? Number.NaN
    const fresh = items.filter(isNew).toSorted((a, b) => a.time - b.time)
    for (const { title, id } of fresh) await onNews({ score, headlines: [title] }, id)
    if (fresh.length === 0) await onNews({ score, headlines: [] }, `mood ${now}`)
    known = new Set(items.map(({ id }) => id))
    const newest = items.reduce((latest, { time }) => Math.max(latest, time), heardUntil ?? now)
    heardUntil = newest
    onHeard(newest)
  }

  function isNew({ id, time }: NewsItem): boolean {
    return known ? !known.has(id) : heardUntil !== undefined && time > heardUntil
  }

  function askNow(): void {
    ask()
      .catch((error: unknown) =>
        logger?.debug('News for alerts were not had', { symbol, reason: String(error) }),
      )
      .finally(() => {
        if (!stop.signal.aborted) cancel = clock.schedule(everyMs, askNow)
      })
  }

  askNow()
  return {
    close() {
      stop.abort()
      cancel()
    },
  }
}
