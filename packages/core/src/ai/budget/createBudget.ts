import { QuotaExhaustedError } from '../../errors/index.ts'
import type { LlmPrice, LlmUsage } from '../llm/port.ts'

/** What a run may spend. An absent limit does not bind. */
export type BudgetLimits = {
  usd?: number | undefined
  inputTokens?: number | undefined
  outputTokens?: number | undefined
  toolCalls?: number | undefined
}

export type Spent = {
  usd: number
  inputTokens: number
  outputTokens: number
  toolCalls: number
  /** Day of the oldest price list that `usd` is counted by. Absent where all prices were given. */
  pricesAsOf?: string | undefined
}

/** Tokens and money set aside for one call to a model until its usage is known. */
export type Reservation = {
  /** The most output that may be asked for. */
  readonly maxOutputTokens: number
  /** Books what was used and frees the rest. Only the first call counts, so a lost stream is never paid twice. */
  settle(usage: LlmUsage): void
  /** Frees all of it: the call was not made. */
  release(): void
}

export type Budget = {
  readonly spent: Spent
  /**
   * Sets the worst case of a call aside: its input tokens, counted or estimated from above, and the output that may be
   * asked for. What must stay for a later call is reserved before.
   *
   * @returns `undefined` when even `minimumOutputTokens` could pass a limit.
   */
  reserve(need: {
    inputTokens: number
    wantedOutputTokens: number
    minimumOutputTokens: number
    /** By the length of the prompt, as that is known only in the end. */
    price: (promptTokens: number) => LlmPrice
  }): Reservation | undefined
  /** Books tool calls; false, and nothing booked, when there are too many. */
  takeToolCalls(count: number): boolean
}

/**
 * Keeps a run within its limits by reserving before each call what it could cost at the most.
 *
 * @example
 * createBudget({ toolCalls: 2 }).takeToolCalls(3) // false
 */
export function createBudget(limits: BudgetLimits): Budget {
  const spent: Spent = { usd: 0, inputTokens: 0, outputTokens: 0, toolCalls: 0 }
  const reserved: Omit<Spent, 'toolCalls' | 'pricesAsOf'> = { usd: 0, inputTokens: 0, outputTokens: 0 }
  const left = (name: 'usd' | 'inputTokens' | 'outputTokens') =>
    (limits[name] ?? Number.POSITIVE_INFINITY) - spent[name] - reserved[name]

  return {
    get spent() {
      return { ...spent }
    },
    reserve({ inputTokens, wantedOutputTokens, minimumOutputTokens, price }) {
      // Writing to the vendor's cache costs more than plain input, so the worst case takes the dearer.
      const worst = price(inputTokens)
      const inputPrice = Math.max(worst.input, worst.cacheWrite) / 1e6
      const outputPrice = worst.output / 1e6
      // Nonsense of a vendor who counts holds no call.
      if (!(inputTokens >= 0 && inputTokens <= left('inputTokens'))) return undefined
      const byMoney = (left('usd') - inputTokens * inputPrice) / outputPrice
      const most = Math.min(wantedOutputTokens, left('outputTokens'), byMoney)
      const maxOutputTokens = Math.floor(most + 1e-9)
      if (!(maxOutputTokens >= minimumOutputTokens)) return undefined
      const held = {
        usd: inputTokens * inputPrice + maxOutputTokens * outputPrice,
        inputTokens,
        outputTokens: maxOutputTokens,
      }
      reserved.usd += held.usd
      reserved.inputTokens += held.inputTokens
      reserved.outputTokens += held.outputTokens
      let settled = false
      const free = () => {
        if (settled) return false
        settled = true
        reserved.usd -= held.usd
        reserved.inputTokens -= held.inputTokens
        reserved.outputTokens -= held.outputTokens
        return true
      }
      return {
        maxOutputTokens,
        release: free,
        settle(usage) {
          if (!free()) return
          const { inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens } = usage
          const prompt = inputTokens + cacheReadTokens + cacheWriteTokens
          const due = price(prompt)
          spent.usd += believable(costOf(usage, due), held.usd)
          if (due.asOf !== undefined && (spent.pricesAsOf === undefined || due.asOf < spent.pricesAsOf))
            spent.pricesAsOf = due.asOf
          spent.inputTokens += believable(prompt, held.inputTokens)
          spent.outputTokens += believable(outputTokens, held.outputTokens)
        },
      }
    },
    takeToolCalls(count) {
      if (spent.toolCalls + count > (limits.toolCalls ?? Number.POSITIVE_INFINITY)) return false
      spent.toolCalls += count
      return true
    },
  }
}

/** What was told of a call whose worst case is known: nobody can have used more, and nonsense counts as that worst case. */
function believable(told: number, worst: number): number {
  return told >= 0 ? Math.min(told, worst) : worst
}

/** What a usage costs, USD. */
export function costOf(usage: LlmUsage, price: LlmPrice): number {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage
  return (
    (inputTokens * price.input +
      outputTokens * price.output +
      cacheReadTokens * price.cacheRead +
      cacheWriteTokens * price.cacheWrite) /
    1e6
  )
}

/** The error of a run that could not begin: its budget does not even hold the first call. */
export function budgetTooSmall(provider: string): QuotaExhaustedError {
  return new QuotaExhaustedError(
    'The budget does not hold a single call. Raise usd, inputTokens or outputTokens.',
    { provider },
  )
}
