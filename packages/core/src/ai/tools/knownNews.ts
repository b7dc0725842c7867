import { UnsupportedError } from '../../errors/index.ts'
import type { NewsItem } from '../../market/index.ts'
import { createDuplicateFinder } from '../../news-feed/duplicateFinder.ts'
import type { ToolContext } from './tool.ts'

const dayMs = 86_400_000
/** Copies are dropped, so more is asked for than is wanted. */
const copiesOfOne = 5
const mostAsked = 200

/**
 * Articles about one instrument that had been published by the as-of instant, oldest first, the newest `limit`. A story
 * told by many counts once: a flood of copies moves nothing.
 */
export async function knownNews(
  context: ToolContext,
  question: { symbol: string; text: string | null; days: number; limit: number },
): Promise<readonly NewsItem[]> {
  const { getNews } = context.sources
  if (!getNews) throw new UnsupportedError('No provider of this client has news.')
  const { asOf, signal, timeoutMs } = context
  const { symbol, text, days, limit } = question
  const start = asOf - days * dayMs
  const found = await getNews({
    symbols: [symbol],
    ...(text !== null && { text }),
    start,
    end: asOf,
    limit: Math.min(mostAsked, limit * copiesOfOne),
    signal,
    timeoutMs,
  })
  const copies = new Set<string>()
  const duplicates = createDuplicateFinder((id) => copies.add(id))
  return found
    .filter(({ time }) => time >= start && time <= asOf)
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
    .filter((item) => duplicates.find(item) === undefined)
    .filter(({ id }) => !copies.has(id))
    .slice(-limit)
}
