import type { Clock, Instrument, Logger } from '@starkmatter/core'
import { actionOf, type GatewayClient } from '../../gateway/client.ts'
import type { Split } from '../engine/apply-split.ts'

/** Splits of what is held, looked up once for each trading day. */
export interface KnownSplits {
  /** Those up to a date; `undefined` while they are being looked up: quotes wait until then, or a split would look like a fall. */
  upTo(instrument: Instrument, date: string): readonly Split[] | undefined
}

const timeoutMs = 10_000
const retryMs = 3_600_000
/** How far back to look: a process that was down for longer has other worries. */
const reachMs = 90 * 86_400_000

/** @param onKnown - Called when splits that were being looked up are known. */
export function createKnownSplits(
  { client, clock, logger }: { client: GatewayClient; clock: Clock; logger: Logger | undefined },
  onKnown: (instrument: Instrument) => void,
): KnownSplits {
  const known = new Map<string, { date: string; splits: readonly Split[] | undefined; retryAt: number }>()

  async function lookUp({ id }: Instrument, date: string): Promise<readonly Split[]> {
    const start = Date.parse(date) - reachMs
    const { actions } = await actionOf(client, 'getCorporateActions')({ symbol: id, start, timeoutMs })
    return actions.flatMap((action) => (action.type === 'split' && action.date <= date ? [action] : []))
  }

  return {
    upTo(instrument, date) {
      const isSplit = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
      if (!isSplit || !client.getCorporateActions) return []
      const kept = known.get(instrument.id)
      if (kept?.date === date && clock.now() < kept.retryAt) return kept.splits
      const entry = { date, splits: kept?.splits, retryAt: Number.POSITIVE_INFINITY }
      known.set(instrument.id, entry)
      lookUp(instrument, date)
        .then((splits) => {
          entry.splits = splits
        })
        .catch((error: unknown) => {
          // Trading goes on: most days have no split, and the next hour asks again.
          entry.splits ??= []
          entry.retryAt = clock.now() + retryMs
          logger?.warn('Splits for paper trading could not be looked up', {
            instrument: instrument.id,
            reason: String(error),
          })
        })
        .finally(() => onKnown(instrument))
      return entry.date === kept?.date ? kept.splits : undefined
    },
  }
}
