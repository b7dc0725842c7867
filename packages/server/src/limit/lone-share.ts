import type { OwnWindow } from './own-grants.ts'

/** What a process knows of the others when it loses Redis. */
export type Company = {
  /** How many share the budgets, this one included. */
  processes: number
  /** Its place among them; `undefined` where Redis was never reached. */
  rank: number | undefined
  /** The server's clock minus the local one, ms. */
  offsetMs: number
  /** When Redis was lost, local clock. */
  lostAt: number
}

/** What one window says to a request at a time: now, or when to ask again. */
type Verdict = { at: number; window: OwnWindow }

// Requests of two processes take different times to arrive, and nobody sees both. Safety comes before use here.
const marginShare = 1 / 4
const maxMarginMs = 5_000

/**
 * When a process that cannot ask the others may send, so that all of them together stay within every window:
 *
 * - it uses its share, the tokens divided by the number of processes, rounded down;
 * - where that is nothing, they take turns: each in its turn has all the tokens for one window, followed by a silent one;
 * - until one window has passed since Redis was lost, grants from before may still be in it: then only its share of what
 *   was surely left counts.
 *
 * @returns the earliest time at which to ask again, ms by the local clock; `now` or earlier means: send
 */
export function loneTime(
  windows: readonly OwnWindow[],
  weight: number,
  company: Company,
  now: number,
): Verdict | undefined {
  let latest: Verdict | undefined
  for (const window of windows) {
    const at = timeIn(window, windows, weight, company, now)
    if (!latest || at > latest.at) latest = { at, window }
  }
  return latest
}

function timeIn(
  window: OwnWindow,
  windows: readonly OwnWindow[],
  weight: number,
  company: Company,
  now: number,
): number {
  const ms = window.ms + Math.min(window.ms * marginShare, maxMarginMs)
  const settled = company.lostAt + ms
  const share = Math.floor(window.tokens / company.processes)
  if (share === 0) {
    const turn = turnAt(Math.max(now, settled), ms, company)
    return turn > now ? turn : roomAt(window, ms, weight, window.tokens, now)
  }
  if (now >= settled) return roomAt(window, ms, weight, share, now)
  const left = Math.floor(surelyLeft(window, windows, company) / company.processes)
  return Math.min(settled, roomAt(window, ms, weight, Math.max(0, left), now))
}

/** Tokens that nobody can have taken between the last word of Redis and its loss: shorter windows bound what they took. */
function surelyLeft(window: OwnWindow, windows: readonly OwnWindow[], { lostAt }: Company): number {
  const unseenMs = lostAt - window.heardAt
  if (unseenMs <= 0) return window.tokens - window.usedByAll
  const bounds = windows.map(({ tokens, ms }) => tokens * Math.ceil(unseenMs / ms))
  return window.tokens - window.usedByAll - Math.min(...bounds)
}

/** When `weight` more fits into `tokens`, of what this process took alone. */
function roomAt(window: OwnWindow, ms: number, weight: number, tokens: number, now: number): number {
  if (weight > tokens) return now + ms
  const taken = window.grants.filter(({ alone, settledAt = now }) => alone && settledAt > now - ms)
  let over = taken.reduce((sum, grant) => sum + grant.weight, weight) - tokens
  let at = now
  for (const grant of taken.sort((a, b) => (a.settledAt ?? now) - (b.settledAt ?? now))) {
    if (over <= 0) break
    over -= grant.weight
    at = (grant.settledAt ?? now) + ms
  }
  return at
}

/** The beginning of this process's next turn, or `from` where that lies in one. */
function turnAt(from: number, ms: number, { processes, rank, offsetMs }: Company): number {
  if (rank === undefined) return from + ms
  const turnMs = 2 * ms
  const cycleMs = turnMs * processes
  const passed = (((from + offsetMs - rank * turnMs) % cycleMs) + cycleMs) % cycleMs
  return passed < ms ? from : from + cycleMs - passed
}
