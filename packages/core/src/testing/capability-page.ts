import type { OperationName, Provider } from '../provider/index.ts'

/** Why a provider lacks an operation, by provider and operation. */
export type Reasons = Readonly<Record<string, Partial<Record<OperationName, string>>>>

const titles: Readonly<Record<OperationName, string>> = {
  getBars: 'bars',
  getQuotes: 'quotes, snapshots',
  getTrades: 'trades',
  getOrderBook: 'order book',
  searchSymbols: 'search',
  getProfile: 'profile',
  getFinancials: 'financials',
  getEarnings: 'earnings',
  getCorporateActions: 'dividends, splits',
  getOptionChain: 'option chain',
  getMarketStatus: 'market status',
  getCalendar: 'calendar',
  getNews: 'news',
  watchBars: 'live bars',
  watchQuotes: 'live quotes',
  watchTrades: 'live trades',
  watchOrderBook: 'live order book',
}

export const operationNames = Object.keys(titles).filter(isOperationName)

function isOperationName(name: string): name is OperationName {
  return name in titles
}

const watched = ['watchBars', 'watchQuotes', 'watchTrades', 'watchOrderBook'] as const

/** The page that says what each provider can do, from what it declares. Markdown. */
export function capabilityPage(providers: readonly Provider[], reasons: Reasons): string {
  const linked = providers.map(({ id, title }) => `[${title}](${id}.md)`)
  return `# What each provider can do

Made from the providers' own declarations, which are also what a client's types are made from; a test keeps it so.

${table(
  ['', ...linked],
  operationNames
    .filter((name) => name.startsWith('get') || name.startsWith('search'))
    .map((name) => [
      `${titles[name]} \`${name}\``,
      ...providers.map((provider) => (provider[name] ? 'yes' : '–')),
    ]),
)}

## Live

By its socket, by asking again, or by its socket and by asking again where the plan has none.

${table(
  ['', ...linked],
  watched.map((name) => [
    `${titles[name]} \`${name}\``,
    ...providers.map((provider) => howWatched(provider, name)),
  ]),
)}

${list(providers.flatMap(({ title, watchBars }) => (watchBars ? (barsWatched(title, watchBars) ?? []) : [])))}

## Of what

${table(
  ['', 'kinds', 'bars', 'adjustment', 'quotes a request'],
  providers.map((provider, index) => [
    linked[index] ?? '',
    kindsOf(provider).join(', '),
    provider.getBars?.intervals.join(' ') ?? '–',
    provider.getBars?.adjustments.join(', ') ?? '–',
    String(provider.getQuotes?.batch ?? '–'),
  ]),
)}

## What is not there, and why

${list(
  providers.map(({ id, title }) => {
    const byReason = new Map<string, string[]>()
    for (const [name, reason] of Object.entries(reasons[id] ?? {})) {
      byReason.set(reason, [...(byReason.get(reason) ?? []), `\`${name}\``])
    }
    const told = Array.from(byReason, ([reason, names]) => `${names.join(', ')}: ${reason}`)
    return `**${title}.** ${told.join('; ')}.`
  }),
)}
`
}

function howWatched(provider: Provider, name: (typeof watched)[number]): string {
  const capability = provider[name]
  if (!capability) return '–'
  if (capability.via === 'poll') return `asks every ${capability.everyMs / 1000} s`
  return capability.orPollMs === undefined ? 'socket' : `socket, or every ${capability.orPollMs / 1000} s`
}

/** Where live bars of some lengths come in another way than the rest. */
function barsWatched(title: string, { built, polled }: NonNullable<Provider['watchBars']>) {
  const parts = [
    ...(built ?? []).map(
      ({ of, intervals }) =>
        `${intervals.join(', ')} are made of its ${of === 'trades' ? 'trades' : `bars of ${of}`}`,
    ),
    ...(polled ? [`${polled.intervals.join(', ')} are asked for every ${polled.everyMs / 1000} s`] : []),
  ]
  return parts.length > 0 ? `${title}: ${parts.join('; ')}.` : undefined
}

/** Every kind of instrument that an operation of it serves. */
function kindsOf(provider: Provider): string[] {
  const kinds = operationNames.flatMap((name) => {
    const operation = provider[name]
    return operation && 'assets' in operation ? operation.assets : []
  })
  return [...new Set(kinds)]
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
