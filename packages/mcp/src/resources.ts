import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import { parseInstrument } from '@starkmatter/core'
import { type Evidence, estimateTokens, mapLimited, maxResultTokens } from '@starkmatter/core/ai'
import * as z from 'zod/mini'
import { type Page, toMarkdown } from './markdown.ts'
import { sentencesOf, symbolOf } from './sentences.ts'
import type { ToolRunner } from './toolRunner.ts'

const markdownType = 'text/markdown'
const jsonType = 'application/json'
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
      mimeType: markdownType,
    },
    ...watchlist.map((symbol) => ({
      uri: `${reportUri}${encodeURIComponent(parseInstrument(symbol).id)}`,
      name: `report ${parseInstrument(symbol).id}`,
      title: `Report on ${parseInstrument(symbol).symbol}`,
      description: 'Price, trend, momentum, size and sentiment, each with its evidence id.',
      mimeType: markdownType,
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
    mimeType: markdownType,
  },
]

type Found = { name: string; evidence: readonly Evidence[]; content: unknown }
type Contents = { contents: { uri: string; mimeType: string; text: string }[] }

const atOnce = 4

/**
 * A resource twice: in words, as Markdown, and as data, as JSON. Both name the evidence of every figure, and both are capped like
 * any result. A part that could not be had says why, in its place.
 *
 * @throws {McpError} there is no such resource
 */
export async function readResource(
  uri: string,
  watchlist: readonly string[],
  run: ToolRunner,
  signal: AbortSignal,
): Promise<Contents> {
  const find = async (name: string, call: Parameters<ToolRunner>[0]): Promise<Found> => {
    const { content, evidence } = await run(call, signal)
    return { name, evidence, content: JSON.parse(content) }
  }
  const isWatchlist = uri === watchlistUri
  const symbol = isWatchlist ? undefined : symbolIn(uri)
  if (!isWatchlist && symbol === undefined)
    throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri}.`)
  const calls: readonly (readonly [string, Parameters<ToolRunner>[0]])[] =
    symbol === undefined
      ? watchlist.map((one) => [one, { name: 'quote', input: { symbol: one } }] as const)
      : Object.entries(parts(symbol))
  const found = await mapLimited(calls, atOnce, ([name, call]) => find(name, call))
  const { shown, rest } = fitted(found, (shown, rest) => write(symbol, shown, rest))
  const { markdown, json } = write(symbol, shown, rest)
  return {
    contents: [
      { uri, mimeType: markdownType, text: markdown },
      { uri, mimeType: jsonType, text: json },
    ],
  }
}

/** The same parts in words and as data; `rest` names those that did not fit. */
function write(symbol: string | undefined, shown: readonly Found[], rest: readonly string[]) {
  const next = rest.length > 0 ? `More by the tools: ${rest.join(', ')}.` : undefined
  const data = symbol === undefined ? watchlistData(shown, rest) : reportData(symbol, shown, rest)
  return { markdown: toMarkdown(pageOf(symbol, shown, next)), json: JSON.stringify(data) }
}

function pageOf(symbol: string | undefined, found: readonly Found[], next: string | undefined): Page {
  const evidence = found.flatMap((one) => one.evidence)
  const name = evidence.find(({ subjectName }) => subjectName)?.subjectName
  const moments = evidence.flatMap(({ asOf }) => asOf.at(-1) ?? []).sort()
  const title = symbol === undefined ? 'Watchlist' : symbolOf({ subject: symbol })
  return {
    title: symbol !== undefined && name !== undefined ? `${title}, ${name}` : title,
    asOf: moments.at(-1) ?? new Date().toISOString(),
    simulated: evidence.some(({ simulated }) => simulated === true),
    sentences:
      symbol === undefined
        ? found.flatMap((one) => sentencesOf(one.evidence).slice(0, 2))
        : sentencesOf(evidence),
    missing: missingOf(found),
    next,
  }
}

const failureSchema = z.object({ message: z.string() })

/** What could not be had, once for each reason. */
function missingOf(found: readonly Found[]): string[] {
  const byReason = new Map<string, string[]>()
  for (const { name, evidence, content } of found) {
    const failure = failureSchema.safeParse(content)
    if (evidence.length > 0 || !failure.success) continue
    const { message } = failure.data
    byReason.set(message, [...(byReason.get(message) ?? []), name])
  }
  return [...byReason].map(([message, names]) => `${names.join(', ')}: ${message}`)
}

function watchlistData(shown: readonly Found[], rest: readonly string[]) {
  return {
    watchlist: shown.map(({ name, content }) => ({ symbol: name, quote: content })),
    ...(rest.length > 0 && { truncated: true, next: { quote: rest } }),
  }
}

function reportData(symbol: string, shown: readonly Found[], rest: readonly string[]) {
  return {
    symbol,
    ...Object.fromEntries(shown.map(({ name, content }) => [name, content])),
    ...(rest.length > 0 && { truncated: true, next: { parts: rest } }),
  }
}

/** As many of the first as fit into one result, in words and as data, and the names of the others. */
function fitted(
  items: readonly Found[],
  texts: (shown: readonly Found[], rest: readonly string[]) => Readonly<Record<string, string>>,
): { shown: readonly Found[]; rest: readonly string[] } {
  for (let count = items.length; ; count--) {
    const shown = items.slice(0, count)
    const rest = items.slice(count).map(({ name }) => name)
    const longest = Math.max(...Object.values(texts(shown, rest)).map(estimateTokens))
    if (count === 0 || longest <= maxResultTokens) return { shown, rest }
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
