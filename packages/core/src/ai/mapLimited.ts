/**
 * The results of `work` for each item, in order, with at most `limit` under way at a time: for whoever asks a client for many
 * things at once, and does not want them all in the same second.
 *
 * @example
 * await mapLimited(['AAPL', 'MSFT'], 4, (symbol) => client.getQuote({ symbol }))
 */
export async function mapLimited<item, result>(
  items: readonly item[],
  limit: number,
  work: (item: item) => Promise<result>,
): Promise<result[]> {
  const results: result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
