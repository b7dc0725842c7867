const dayMs = 86_400_000

/** Money set aside for one run until it is known what it cost. */
export type Hold = {
  /** Books what was spent and frees the rest. Only the first call counts. */
  settle(usd: number): void
}

/** What may be spent in one day of UTC, over all who ask. Kept in memory: a process that starts anew begins a new day's worth. */
export type DailyAllowance = {
  /** Sets the most that a run can cost aside; nothing when the day does not hold it any more. */
  hold(usd: number): Hold | undefined
  /** When the next day begins, ms UTC. */
  resetsAt(): number
}

/**
 * @example
 * const allowance = createDailyAllowance(1)
 * const hold = allowance.hold(0.5)
 * hold?.settle(0.12) // 0.88 are left until midnight, UTC.
 */
export function createDailyAllowance(usdPerDay: number, now: () => number = Date.now): DailyAllowance {
  const today = () => Math.floor(now() / dayMs)
  let day = today()
  let left = usdPerDay
  return {
    hold(usd) {
      if (today() !== day) {
        day = today()
        left = usdPerDay
      }
      if (usd > left) return undefined
      left -= usd
      const heldOn = day
      let isSettled = false
      return {
        settle(spent) {
          // What is freed of yesterday's does not add to today's.
          if (!isSettled && heldOn === day) left += usd - spent
          isSettled = true
        },
      }
    },
    resetsAt: () => (today() + 1) * dayMs,
  }
}
