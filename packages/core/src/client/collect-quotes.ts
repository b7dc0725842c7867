import { NoDataError, StarkMatterError, UnknownSymbolError, ValidationError } from '../errors/index.ts'
import type { Deadline } from '../http/deadline.ts'
import {
  type Instrument,
  type InstrumentInput,
  type NumericMode,
  type Quote,
  type ReadInstrument,
  readInstrument,
} from '../market/index.ts'
import type { Provider } from '../provider/index.ts'
import type { Engine } from './engine.ts'
import { type Candidate, failOver } from './fail-over.ts'
import type { CallOptions } from './options.ts'
import { Refusals, type Route, routesTo, symbolFor } from './route.ts'
import { runOperation } from './run-operation.ts'

type Wanted = {
  read: ReadInstrument
  quote: Quote<NumericMode> | undefined
  /** One that is stale: used when nobody has a newer one. */
  spare?: Quote<NumericMode>
}

/**
 * Quotes for many instruments: each provider in turn is asked for those that are still missing, in batches of the size it
 * takes. Slots come back in the order of `symbols`; one that nobody could fill is `undefined`.
 *
 * @throws {StarkMatterError} not one of them could be had; the error says why
 */
export async function collectQuotes(
  engine: Engine,
  options: CallOptions & { symbols: readonly InstrumentInput[]; numeric: NumericMode },
): Promise<readonly Wanted[]> {
  const wanted: Wanted[] = options.symbols.map((input) => ({ read: readInstrument(input), quote: undefined }))
  const refusals = new Refusals()
  const candidates: Candidate<void>[] = []
  for (const route of routesTo(engine, 'getQuotes', options)) {
    if (!wanted.some(({ read }) => symbolFor(route, read, refusals) !== undefined)) continue
    const ask = (deadline: Deadline) => {
      const isAlone = candidates.length === 1
      return fill(engine, route, wanted, options.numeric, deadline, isAlone)
    }
    candidates.push({ provider: route.provider, ask })
  }
  if (candidates.length === 0) throw refusals.error()
  const attempts = await failOver(engine, options, candidates).then(
    (answer) => answer.attempts,
    (error: unknown) => {
      const isFatal = !StarkMatterError.is(error) || error.code === 'ABORTED' || error.code === 'BAD_REQUEST'
      if (isFatal || wanted.every(({ quote, spare }) => !quote && !spare)) throw error
      return error.attempts
    },
  )
  return wanted.map(({ read, spare, quote = spare }) => ({
    read,
    quote: quote && { ...quote, source: { ...quote.source, attempts } },
  }))
}

/** Fills what one provider can. Throws while something is still missing, so that the next one is asked for it. */
async function fill(
  engine: Engine,
  route: Route<'getQuotes'>,
  wanted: readonly Wanted[],
  numeric: NumericMode,
  deadline: Deadline,
  isAlone: boolean,
): Promise<void> {
  const { provider, operation } = route
  const now = engine.clock.now()
  const asked = new Map<string, Wanted[]>()
  for (const one of wanted) {
    if (one.quote) continue
    const symbol = symbolFor(route, one.read, new Refusals())
    if (symbol !== undefined) asked.set(symbol, [...(asked.get(symbol) ?? []), one])
  }
  const symbols = [...asked.keys()]
  const instrumentOf = (symbol: string) =>
    asked
      .get(symbol)
      ?.map(({ read }) => read.instrument)
      .slice(0, 1) ?? []
  const batches: Promise<void>[] = []
  for (let from = 0; from < symbols.length; from += operation.batch) {
    const batch = symbols.slice(from, from + operation.batch)
    const query = {
      instruments: batch.flatMap(instrumentOf),
      symbols: batch,
      now,
      numeric,
    }
    const answer = runOperation(engine, provider, 'getQuotes', operation, query, deadline)
    batches.push(
      answer.then(async (quotes) => {
        for (const got of quotes) {
          const symbol = symbolOf(got.instrument, provider.symbols.toProvider(got.instrument), query)
          const quote = { ...got, simulated: got.simulated || provider.simulated === true }
          const isSpare = !isAlone && (await isOld(quote, provider, now))
          for (const one of asked.get(symbol ?? '') ?? []) {
            if (!isSpare) one.quote = quote
            else if ((one.spare?.time ?? 0) < (quote.time ?? 0)) one.spare = quote
          }
        }
      }),
    )
  }
  // Every batch is awaited before a failure is told: what the others brought is kept.
  const failed = (await Promise.allSettled(batches)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  const missing = wanted.find(({ quote }) => !quote)
  if (missing?.spare) {
    const { text } = missing.read
    throw new NoDataError(`${provider.id} has no newer price of "${text}".`, { provider: provider.id })
  }
  if (missing) throw new UnknownSymbolError(missing.read.text, { provider: provider.id })
}

/** Loaded only where somebody else could be asked. */
async function isOld({ instrument, time }: Quote<NumericMode>, provider: Provider, now: number) {
  if (time === null) return false
  const { isStale } = await import('./staleness.ts')
  return isStale({ instrument, until: time, delayedMs: provider.delayedMs ?? 0 }, now)
}

function symbolOf(
  instrument: Instrument,
  symbol: string | undefined,
  query: { instruments: readonly Instrument[]; symbols: readonly string[] },
): string | undefined {
  if (symbol !== undefined && query.symbols.includes(symbol)) return symbol
  return query.symbols[query.instruments.findIndex(({ id }) => id === instrument.id)]
}

/**
 * Holds a quote to the mode that was asked for.
 *
 * @throws {ValidationError} the provider answered in the other one
 */
export function quoteInMode<mode extends NumericMode>(
  quote: Quote<NumericMode>,
  numeric: NumericMode,
): Quote<mode> {
  const { last, source } = quote
  if (isInMode<mode>(quote, numeric)) return quote
  throw new ValidationError({
    provider: source.provider,
    path: 'last',
    expected: `a ${numeric}`,
    got: JSON.stringify(last),
  })
}

function isInMode<mode extends NumericMode>(
  quote: Quote<NumericMode>,
  numeric: NumericMode,
): quote is Quote<mode> {
  return [quote.last, quote.bid, quote.ask].every(
    (price) => price === null || (typeof price === numeric && Number.isFinite(Number(price))),
  )
}
