import type { GetNewsOptions } from '../client/options.ts'
import { setupOf } from '../client/setup.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { InvalidParameterError, StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import { type Deadline, startDeadline } from '../http/deadline.ts'
import { collectNews } from './collectNews.ts'
import { createDuplicateFinder } from './duplicateFinder.ts'
import type { MergedNewsItem } from './mergeNews.ts'

export type WatchNewsOptions = Omit<GetNewsOptions, 'start' | 'end'> & {
  /** Pause between two rounds, ms. @default 60000 */
  everyMs?: number | undefined
  /** Longest pause while nothing answers, ms. @default 900000 */
  longestPauseMs?: number | undefined
  /** @default the client's */
  clock?: Clock | undefined
  /** Told of each round that failed in part or whole; the stream goes on. */
  onFailure?: ((failures: readonly { provider: string; error: StarkMatterError }[]) => void) | undefined
}

/** A story that appeared, or a later text of one that was told. */
export type WatchedNewsItem = MergedNewsItem & {
  /** The text of an item told before, by its `id`, was changed by its source. */
  isCorrection: boolean
}

/** Timers know no longer pause: a longer one would end at once. */
const longestTimerMs = 2 ** 31 - 1
/** Ids remembered, so that a stream may run for ever. */
const most = 10_000

/**
 * News as it appears, oldest first within a round, each story once, also where a copy of it arrives later under another
 * address. A text that its source changes later comes again as a correction. Until the signal is aborted or the client is closed it asks again every `everyMs`; while no source answers less often, up to
 * `longestPauseMs`, and not before a source says that it may be asked again.
 *
 * A round asks for `limit` items, 100 where none is given: what appears between two rounds beyond that is missed.
 *
 * @throws {InvalidParameterError} a pause is not above 0
 */
export async function* watchNews(
  client: ClientBase & Pick<ClientActions, 'getNews'>,
  options: WatchNewsOptions = {},
): AsyncGenerator<WatchedNewsItem, void, void> {
  const setup = setupOf(client)
  const { closed } = setup
  const {
    everyMs = 60_000,
    longestPauseMs = 900_000,
    clock = setup.clock,
    onFailure,
    signal,
    limit = 100,
    ...question
  } = options
  for (const [name, ms] of Object.entries({ everyMs, longestPauseMs })) {
    if (!(ms > 0)) throw new InvalidParameterError(name, 'ms above 0', ms)
  }
  const finder = createDuplicateFinder()
  const seen = new Map<string, MergedNewsItem>()
  let pause = everyMs
  while (!signal?.aborted && !closed.aborted) {
    try {
      const { items, failures } = await collectNews(client, { ...question, limit, signal })
      if (failures.length > 0) onFailure?.(failures)
      pause = everyMs
      for (const item of [...items].reverse()) {
        if (signal?.aborted) return
        // What a feed still lists is remembered anew, so that it outlasts what is gone.
        const told = seen.get(item.id)
        seen.delete(item.id)
        seen.set(item.id, item)
        if (seen.size > most) seen.delete(seen.keys().next().value ?? '')
        if (told ? isCorrected(told, item) : finder.find(item) === undefined)
          yield { ...item, isCorrection: told !== undefined }
      }
    } catch (error) {
      if (!StarkMatterError.is(error)) throw error
      if (error.code === 'ABORTED') return
      onFailure?.([{ provider: error.provider ?? 'all', error }])
      const wanted =
        'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0
      pause = Math.max(everyMs, wanted, Math.min(pause * 2, longestPauseMs))
    }
    await over(startDeadline(clock, Math.min(pause, longestTimerMs), [signal, closed]))
  }
}

/** Resolves when the time is over or nobody waits any more, whichever is first. */
function over({ signal }: Deadline): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Sources word the same article differently, and lend each other a missing summary: only like is compared with like. */
function isCorrected(told: MergedNewsItem, { provider, title, summary }: MergedNewsItem): boolean {
  const isOther = told.summary !== null && summary !== null && told.summary !== summary
  return told.provider === provider && (told.title !== title || isOther)
}
