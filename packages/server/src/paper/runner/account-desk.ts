import { UpstreamError } from '@starkmatter/core'
import type { PaperStore } from '../../store/paper/paper-store.ts'
import type { AccountState } from '../engine/account-state.ts'
import { replay } from '../engine/apply-event.ts'
import type { PaperEvent } from '../engine/events.ts'
import { type Book, nextBook, type Tick } from '../engine/tick.ts'

/** What is to be done, worked out from the newest state. It may be worked out again when another process was faster. */
export type Decision<result> = {
  events: readonly PaperEvent[]
  /** The books that the account has taken from. */
  books?: readonly Book[] | undefined
  result: result
}

export type Decide<result> = (
  state: AccountState,
  bookOf: (instrument: string) => Book | undefined,
) => Decision<result>

/** One account in this process: its state, and the only way to change it. */
export interface AccountDesk {
  readonly id: string
  /** As far as this process knows; `undefined` before it was read. */
  readonly state: AccountState | undefined
  /** Reads what other processes have added. */
  refresh(): Promise<AccountState>
  /**
   * Works out and writes down, one after the other. What is not written has not happened.
   *
   * @param tick - What the market shows now, where that is known.
   */
  act<result>(decide: Decide<result>, tick?: Tick): Promise<{ state: AccountState; result: result }>
}

const journalPage = 1_000
const mostAttempts = 8

/** @param onChange - Called after the state has changed, whoever changed it. */
export function createAccountDesk(
  id: string,
  store: PaperStore,
  onChange: (state: AccountState) => void,
): AccountDesk {
  const books = new Map<string, Book>()
  let state: AccountState | undefined
  /** False when a write may or may not have been kept: then the journal knows. */
  let isCertain = false
  let lastTurn: Promise<unknown> = Promise.resolve()
  const inTurn = <result>(run: () => Promise<result>): Promise<result> => {
    const turn = lastTurn.then(run)
    lastTurn = turn.catch(() => {})
    return turn
  }

  async function read(): Promise<AccountState> {
    const before = state
    for (;;) {
      const entries = await store.readJournal(id, state?.sequence ?? 0, journalPage)
      state = replay(
        entries.map(({ event }) => event),
        state,
      )
      if (entries.length < journalPage) break
    }
    if (!state) throw new Error(`The journal of paper account ${id} is empty.`)
    isCertain = true
    if (state !== before) onChange(state)
    return state
  }

  return {
    id,
    get state() {
      return state
    },
    refresh: () => inTurn(read),
    act: (decide, tick) =>
      inTurn(async () => {
        if (tick) books.set(tick.instrument, nextBook(books.get(tick.instrument), tick))
        for (let attempt = 0; attempt < mostAttempts; attempt++) {
          const known = state && isCertain ? state : await read()
          const { events, books: taken = [], result } = decide(known, (instrument) => books.get(instrument))
          if (events.length > 0) {
            const next = replay(events, known)
            if (!next) throw new Error('Events of an open account make a state.')
            isCertain = false
            const isActive = next.openOrders.size > 0 || next.positions.size > 0
            // Another process was faster, and may have changed what was decided on.
            if (!(await store.append(id, { after: known.sequence, events, isActive }))) continue
            state = next
            isCertain = true
          }
          for (const book of taken) books.set(book.tick.instrument, book)
          if (state && state !== known) onChange(state)
          return { state: state ?? known, result }
        }
        throw new UpstreamError(
          'The paper account is being changed by others all the time. Try again in a moment.',
        )
      }),
  }
}
