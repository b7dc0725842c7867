import type { AccountState } from './account-state.ts'
import { replay } from './apply-event.ts'
import { applySplit, type Split } from './apply-split.ts'
import type { Prices } from './buying-power.ts'
import { expireOrders } from './change-order.ts'
import { toText } from './decimal.ts'
import type { PaperEvent } from './events.ts'
import { matchOrders } from './match-orders.ts'
import type { Book } from './tick.ts'

export type TickContext = {
  now: number
  splits: readonly Split[]
  /** The trading date of an instant, where the instrument trades. */
  dateOf(time: number): string
  /** What everything held is worth now, as far as it is known; asked for when a point of the curve is due. */
  prices(): Prices
  /** How far apart points of the equity curve are between fills, ms. */
  markEveryMs: number
}

/** All that follows for an account from what the market shows of one instrument. What was due before comes first. */
export function onTick(
  before: AccountState,
  book: Book,
  { now, splits, dateOf, prices, markEveryMs }: TickContext,
): { events: readonly PaperEvent[]; book: Book } {
  const events: PaperEvent[] = []
  let state = before
  const note = (more: readonly PaperEvent[]) => {
    state = replay(more, state) ?? state
    events.push(...more)
  }
  const { instrument } = book.tick
  note(expireOrders(state, now))
  for (const split of splits) {
    const held = state.positions.get(instrument)
    if (held) note(applySplit(state, instrument, split, dateOf(held.openedAt), now))
  }
  const matched = matchOrders(state, book, now)
  note(matched.events)
  const last = state.equityCurve.at(-1)
  if (state.positions.size > 0 && last && now - last.at >= markEveryMs) {
    const known = [...prices()].filter(([id]) => state.positions.has(id))
    note([
      {
        type: 'marked',
        at: now,
        prices: Object.fromEntries(known.map(([id, price]) => [id, toText(price)])),
      },
    ])
  }
  return { events, book: matched.book }
}
