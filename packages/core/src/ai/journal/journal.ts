import type { View } from '../schemas/viewSchema.ts'

/** One directional call of a report, to be scored when its horizon is over. */
export type JournalEntry = {
  /** Hash of the rest: the same call is taken down once. */
  id: string
  kind: string
  /** Canonical instrument id. */
  subject: string
  stance: View['stance']
  conviction: View['conviction']
  horizon: View['horizon']
  /** Probability that the price is higher at the end of the horizon, 0 to 1. */
  probabilityUp: number
  /** When the call was made, ISO 8601. */
  asOf: string
  model: string
}

/** Keeps calls until they can be scored. */
export type Journal = {
  add(entry: JournalEntry): Promise<void>
  /** Every entry, in the order it was added. */
  list(): Promise<readonly JournalEntry[]>
}

/** A journal in memory. */
export function memoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>()
  return {
    async add(entry) {
      if (!entries.has(entry.id)) entries.set(entry.id, entry)
    },
    list: async () => [...entries.values()],
  }
}
