import { type Limit, parseInterval } from '@starkmatter/core'

/** What this process took of one window. */
type Grant = {
  id: string
  weight: number
  /** When its request was over, ms by the local clock; until then `undefined`. */
  settledAt: number | undefined
  /** Taken without Redis. */
  alone: boolean
}

/** One window of a budget as one process sees it. */
export type OwnWindow = {
  /** Tells windows apart in Redis: the same in every process that shares the budget. */
  name: string
  tokens: number
  ms: number
  grants: Grant[]
  /** Weight that all processes together had in it when Redis last told, and when that was, local clock. */
  usedByAll: number
  heardAt: number
}

/** The windows that this process has met, with its own grants in them: kept to tell Redis again if it forgets. */
export class OwnGrants {
  readonly #windows = new Map<string, OwnWindow>()

  windowsOf(provider: string, limits: readonly Limit[]): OwnWindow[] {
    return limits.map(({ scope = provider, tokens, every }) => {
      const name = `${scope} ${tokens}/${every}`
      const window = this.#windows.get(name) ?? {
        name,
        tokens,
        ms: parseInterval(every).ms,
        grants: [],
        usedByAll: tokens,
        heardAt: Number.NEGATIVE_INFINITY,
      }
      this.#windows.set(name, window)
      return window
    })
  }

  all(): readonly OwnWindow[] {
    return [...this.#windows.values()]
  }

  /** Notes a grant; the answer settles it. */
  take(windows: readonly OwnWindow[], grant: Omit<Grant, 'settledAt'>, now: () => number): () => void {
    const noted: Grant = { ...grant, settledAt: undefined }
    for (const window of windows) {
      const oldest = now() - 2 * window.ms
      window.grants = window.grants.filter(({ settledAt = now() }) => settledAt > oldest)
      window.grants.push(noted)
    }
    return () => {
      noted.settledAt = now()
    }
  }
}
