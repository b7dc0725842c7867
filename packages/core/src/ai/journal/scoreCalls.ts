import type { GetBarsOptions } from '../../client/options.ts'
import { StarkMatterError } from '../../errors/index.ts'
import type { Adjustment, BarSeries } from '../../market/index.ts'
import { mapLimited } from '../mapLimited.ts'
import type { JournalEntry } from './journal.ts'
import { wilsonInterval } from './wilsonInterval.ts'

/** How good a set of probabilities turned out. */
export type Score = {
  /** Calls with an outcome. */
  calls: number
  /** Mean squared distance from the outcome, 0 to 1: a coin has 0.25, less is better. `null` without calls. */
  brier: number | null
  /** Of the calls that lean one way; neutral ones and unchanged prices are not among them. */
  hits: number
  leaning: number
  /** `hits / leaning`, with the Wilson interval at 95 %. `null` without leaning calls. */
  hitRate: { rate: number; low: number; high: number } | null
}

/** Calls that said about the same probability, beside how often the price rose. */
export type CalibrationRow = {
  /** The probability of a higher price that was said, 0 to 1. */
  said: number
  calls: number
  /** Share that rose. */
  happened: number
}

export type ScoredCall = {
  entry: JournalEntry
  /** Price when the call was made, and when its horizon was over. */
  from: number
  to: number
  /** 1 when the price rose, 0 when it fell, one half when it did not move. */
  outcome: 0 | 0.5 | 1
}

export type Scoreboard = {
  calls: Score
  calibration: readonly CalibrationRow[]
  /** The same calls as made by simple minds, each as sure as the calls were on average. */
  baselines: { alwaysUp: Score; coin: Score; momentum: Score }
  scored: readonly ScoredCall[]
  /** Calls whose horizon is not over yet. */
  pending: number
  /** Calls whose prices could not be had. */
  unscored: number
}

export type ScoreOptions = {
  /** Where daily bars come from. */
  client: BarSource
  /** The present, ms UTC. @default the machine's clock */
  now?: number | undefined
  signal?: AbortSignal | undefined
}

/** Any client with bars. */
type BarSource = { getBars(options: GetBarsOptions): Promise<BarSeries> }

const dayMs = 86_400_000
const horizonDays = { day: 1, week: 7, month: 30, quarter: 91, year: 365 } as const
const atOnce = 4

/**
 * Scores calls against what the prices did: from the last close before the call to the last close within its horizon.
 *
 * @example
 * const { calls, baselines } = await scoreCalls(await journal.list(), { client })
 */
export async function scoreCalls(
  entries: readonly JournalEntry[],
  { client, now = Date.now(), signal }: ScoreOptions,
): Promise<Scoreboard> {
  const due = entries.filter((entry) => endOf(entry) <= now)
  const moves = await mapLimited(due, atOnce, (entry) => priceMove(entry, client, signal))
  const known = moves.filter((move) => move !== undefined)
  const sureness =
    known.reduce((sum, { entry }) => sum + Math.abs(entry.probabilityUp - 0.5), 0) / Math.max(1, known.length)
  const as = (lean: (move: Move) => number) => score(known.map((move) => [0.5 + lean(move), move.outcome]))
  return {
    calls: as(({ entry }) => entry.probabilityUp - 0.5),
    calibration: calibrate(known),
    baselines: {
      alwaysUp: as(() => sureness),
      coin: as(() => 0),
      momentum: as(({ before, from }) => (before === undefined ? 0 : Math.sign(from - before) * sureness)),
    },
    scored: known.map(({ entry, from, to, outcome }) => ({ entry, from, to, outcome })),
    pending: entries.length - due.length,
    unscored: due.length - known.length,
  }
}

/** `before` is the close one horizon before the call, which is all that momentum knows. */
type Move = ScoredCall & { before: number | undefined }

function endOf({ asOf, horizon }: JournalEntry): number {
  return Date.parse(asOf) + horizonDays[horizon] * dayMs
}

async function priceMove(
  entry: JournalEntry,
  client: BarSource,
  signal: AbortSignal | undefined,
): Promise<Move | undefined> {
  const [start, end] = [Date.parse(entry.asOf), endOf(entry)]
  const span = end - start
  try {
    // Ten days more, so that a week of holidays still has a close before it.
    const bars = await comparableBars(client, entry.subject, {
      start: start - span - 10 * dayMs,
      end,
      signal,
    })
    // A daily bar is known once its day is over.
    const closeBefore = (instant: number) => {
      let close: number | undefined
      for (const bar of bars) if (bar.closed && bar.time + dayMs <= instant) close = bar.close
      return close
    }
    const [before, from, to] = [closeBefore(start - span), closeBefore(start), closeBefore(end)]
    if (from === undefined || to === undefined) return undefined
    return { entry, before, from, to, outcome: to > from ? 1 : to < from ? 0 : 0.5 }
  } catch (error) {
    signal?.throwIfAborted()
    if (!StarkMatterError.is(error)) throw error
    return undefined
  }
}

/** Closes of one measure: as they were traded, a split would count as a fall. */
async function comparableBars(
  client: BarSource,
  symbol: string,
  range: Pick<GetBarsOptions, 'start' | 'end' | 'signal'>,
): Promise<BarSeries> {
  const ask = (adjustment: Adjustment) => client.getBars({ symbol, interval: '1d', adjustment, ...range })
  return ask('splits').catch((error: unknown) => {
    if (StarkMatterError.is(error) && error.code === 'UNSUPPORTED') return ask('splits+dividends')
    throw error
  })
}

function score(calls: readonly (readonly [probability: number, outcome: number])[]): Score {
  const leaning = calls.filter(([probability, outcome]) => probability !== 0.5 && outcome !== 0.5)
  const hits = leaning.filter(([probability, outcome]) => probability > 0.5 === (outcome === 1)).length
  const squares = calls.reduce((sum, [probability, outcome]) => sum + (probability - outcome) ** 2, 0)
  return {
    calls: calls.length,
    brier: calls.length > 0 ? squares / calls.length : null,
    hits,
    leaning: leaning.length,
    hitRate: leaning.length > 0 ? wilsonInterval(hits, leaning.length) : null,
  }
}

function calibrate(moves: readonly Move[]): CalibrationRow[] {
  const rows = new Map<number, number[]>()
  for (const { entry, outcome } of moves) {
    const outcomes = rows.get(entry.probabilityUp) ?? []
    rows.set(entry.probabilityUp, [...outcomes, outcome])
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([said, outcomes]) => ({
      said,
      calls: outcomes.length,
      happened: outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length,
    }))
}
