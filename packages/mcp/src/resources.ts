import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import { parseInstrument } from '@starkmatter/core'
import { estimateTokens, maxResultTokens } from '@starkmatter/core/ai'
import type { ToolRunner } from './toolRunner.ts'

const mimeType = 'application/json'
export const watchlistUri = 'starkmatter://watchlist'
export const reportUri = 'starkmatter://report/'

/** What a report gathers, in this order. */
const parts = (symbol: string) =>
  ({
    quote: { name: 'quote', input: { symbol } },
    bars: { name: 'bars', input: { symbol, interval: '1d', rows: 10 } },
    rsi: { name: 'indicator', input: { symbol, interval: '1d', name: 'RSI', period: 14, rows: 5 } },
    average50: { name: 'indicator', input: { symbol, interval: '1d', name: 'SMA', period: 50, rows: 5 } },
    average200: { name: 'indicator', input: { symbol, interval: '1d', name: 'SMA', period: 200, rows: 5 } },
    profile: {
      name: 'fundamentals',
      input: { symbol, kind: 'profile', period: null, statement: null, rows: 1 },
    },
    sentiment: { name: 'sentiment_summary', input: { symbols: [symbol], days: 7 } },
  }) as const

/** The resources of a watchlist, as they are listed. */
export function listResources(watchlist: readonly string[]) {
  return [
    {
      uri: watchlistUri,
      name: 'watchlist',
      title: 'Watchlist',
      description: 'The instruments of the watchlist with their latest prices, each with its evidence id.',
      mimeType,
    },
    ...watchlist.map((symbol) => ({
      uri: `${reportUri}${encodeURIComponent(parseInstrument(symbol).id)}`,
      name: `report ${parseInstrument(symbol).id}`,
      title: `Report on ${parseInstrument(symbol).symbol}`,
      description: 'Price, trend, momentum, size and sentiment, each with its evidence id.',
      mimeType,
    })),
  ]
}

/** How reports on other instruments are asked for. */
export const resourceTemplates = [
  {
    uriTemplate: `${reportUri}{symbol}`,
    name: 'report',
    title: 'Report on an instrument',
    description: 'Price, trend, momentum, size and sentiment of any instrument, each with its evidence id.',
    mimeType,
  },
]

/**
 * The text of a resource. A part that could not be had says why, in its place.
 *
 * @throws {McpError} there is no such resource
 */
export async function readResource(
  uri: string,
  watchlist: readonly string[],
  run: ToolRunner,
  signal: AbortSignal,
): Promise<{ contents: { uri: string; mimeType: string; text: string }[] }> {
  const answer = (value: unknown) => ({ contents: [{ uri, mimeType, text: JSON.stringify(value) }] })
  const found = async (call: Parameters<ToolRunner>[0]): Promise<unknown> =>
    JSON.parse((await run(call, signal)).content)
  if (uri === watchlistUri) {
    const quotes = await mapLimited(watchlist, async (symbol) => ({
      symbol,
      quote: await found({ name: 'quote', input: { symbol } }),
    }))
    const { shown, rest } = fitted(quotes, ({ symbol }) => symbol)
    return answer({ watchlist: shown, ...(rest.length > 0 && { truncated: true, next: { quote: rest } }) })
  }
  const symbol = symbolIn(uri)
  if (symbol === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri}.`)
  const gathered = await mapLimited(
    Object.entries(parts(symbol)),
    async ([part, call]) => [part, await found(call)] as const,
  )
  const { shown, rest } = fitted(gathered, ([part]) => part)
  return answer({
    symbol,
    ...Object.fromEntries(shown),
    ...(rest.length > 0 && { truncated: true, next: { parts: rest } }),
  })
}

/** As many of the first as fit into one result beside the names of the others. */
function fitted<item>(
  items: readonly item[],
  nameOf: (item: item) => string,
): { shown: readonly item[]; rest: readonly string[] } {
  for (let count = items.length; ; count--) {
    const shown = items.slice(0, count)
    const rest = items.slice(count).map(nameOf)
    if (count === 0 || estimateTokens(JSON.stringify([shown, rest])) <= maxResultTokens - 60)
      return { shown, rest }
  }
}

function symbolIn(uri: string): string | undefined {
  if (!uri.startsWith(reportUri)) return undefined
  try {
    return parseInstrument(decodeURIComponent(uri.slice(reportUri.length))).id
  } catch {
    return undefined
  }
}

const atOnce = 4

/** The results of `work` for each item, in order, a few at a time. */
async function mapLimited<item, result>(
  items: readonly item[],
  work: (item: item) => Promise<result>,
): Promise<result[]> {
  const results: result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
