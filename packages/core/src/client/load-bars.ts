import { StarkMatterError } from '../errors/index.ts'
import type { Flight } from '../http/flights.ts'
import { type BarSeries, type NumericMode, parseInterval } from '../market/index.ts'
import { type BarsQuery, joinBars, type Operations, type Provider } from '../provider/index.ts'
import { clip, missingFrom, type Range, type Stretch } from './bar-cache.ts'
import { checkBars } from './check-bars.ts'
import type { Engine } from './engine.ts'
import { atHand, runOperation } from './run-operation.ts'

/**
 * A provider's checked answer to a query for bars. Over HTTP only stretches that are neither known nor already on their
 * way are asked for; a local provider is asked every time, as its files may
 * have changed, and so is one that passes the question on.
 */
export async function loadBars(
  engine: Engine,
  provider: Provider,
  declared: Operations['getBars'],
  query: BarsQuery,
  deadline: Flight,
  isFresh: boolean,
): Promise<BarSeries<NumericMode>> {
  const operation = await atHand(declared, deadline)
  if ('answer' in operation || operation.passesOn) {
    const answer = await runOperation(engine, provider, 'getBars', operation, query, deadline)
    return checkBars(answer, query, provider)
  }
  const { symbol, interval, adjustment, extendedHours, numeric, now } = query
  const key = [provider.id, query.instrument.id, symbol, interval, adjustment, extendedHours, numeric].join(
    ' ',
  )
  const { bars: cache, flights } = engine
  const wanted = { start: query.start, end: query.end }
  const known = cache.read(key, wanted, now, isFresh)
  const open = missingFrom(wanted, known)
  // What somebody else is already fetching is waited for by joining exactly that: unless it ends in a bar that was still
  // forming when it was asked for, and more is wanted, behind which that bar would pass for whole.
  const over = (asked: number) => asked - parseInterval(interval).ms - (provider.delayedMs ?? 0)
  const coming = cache
    .coming(key)
    .filter((one) => open.some((range) => overlaps(one, range)))
    .filter((one) => one.end >= wanted.end || one.end <= over(one.now))
  const fresh = missingFrom(wanted, inOrder([...known, ...coming]))

  const load = (range: Range): Promise<Stretch> => {
    return flights.join(`bars ${key} ${range.start} ${range.end}`, deadline, async (flight) => {
      const arrived = cache.announce(key, { ...range, now })
      try {
        const part = { ...query, ...range, newest: undefined }
        const answer = await runOperation(engine, provider, 'getBars', operation, part, flight)
        const series = checkBars(answer, part, provider)
        cache.write(key, range, series, part, provider)
        return { ...range, series }
      } finally {
        arrived()
      }
    })
  }
  let nothing: StarkMatterError | undefined
  const loaded = await Promise.all(
    [...coming, ...fresh].map((range) =>
      load(range).catch((error: unknown) => {
        if (!StarkMatterError.is(error) || error.code !== 'NO_DATA') throw error
        nothing = error
        return []
      }),
    ),
  )
  const stretches = inOrder([...known, ...loaded.flat()])
  // Nothing before a listing or after the last trade is no reason to keep back the rest.
  if (stretches.length === 0 && nothing) throw nothing
  return assemble(stretches)
}

/** One series of stretches in order. Answers may reach beyond what was asked, into what a neighbour tells as well. */
function assemble(stretches: readonly Stretch[]): BarSeries<NumericMode> {
  const parts: BarSeries<NumericMode>[] = []
  let next = Number.NEGATIVE_INFINITY
  for (const stretch of stretches) {
    const { series } = clip(stretch, { start: next, end: Number.POSITIVE_INFINITY })
    parts.push(series)
    next = (series.time.at(-1) ?? next - 1) + 1
  }
  const joined = joinBars(parts)
  return joined.with({ source: parts.at(-1)?.source ?? joined.source })
}

function inOrder<range extends Range>(ranges: readonly range[]): range[] {
  return ranges.toSorted((a, b) => a.start - b.start)
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
