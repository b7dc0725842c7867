import type { PaperEvent } from '../../paper/engine/events.ts'

export type PaperAccount = {
  id: string
  /** Id of the principal whom it belongs to. */
  owner: string
  name: string
  /** ms UTC. */
  createdAt: number
  /** Number of the newest event in its journal. */
  sequence: number
  /** Something is open or held: quotes can change it. */
  isActive: boolean
}

export type JournalEntry = { sequence: number; event: PaperEvent }

export type Appended = {
  /** Number of the newest event that the writer knows. */
  after: number
  events: readonly PaperEvent[]
  isActive: boolean
}

/** Where paper accounts are kept: each is a journal that only grows, numbered from 1 without a gap. */
export interface PaperStore {
  /** Opens an account with the first event of its journal; false, and nothing done, when its owner has `most` already. */
  addAccount(
    account: Pick<PaperAccount, 'id' | 'owner' | 'name' | 'createdAt'>,
    opened: PaperEvent,
    most: number,
  ): Promise<boolean>
  findAccount(id: string): Promise<PaperAccount | undefined>
  /** Oldest first. */
  listAccounts(owner: string): Promise<readonly PaperAccount[]>
  listActive(): Promise<readonly PaperAccount[]>
  /** Removes an account and its journal. */
  removeAccount(id: string): Promise<boolean>
  /**
   * Adds events, all or none; false, and nothing done, when the journal has grown since `after` or is gone: of two that write at once
   * one has to look again.
   */
  append(id: string, appended: Appended): Promise<boolean>
  /** Events after a number, at most `limit`, oldest first. */
  readJournal(id: string, after: number, limit: number): Promise<readonly JournalEntry[]>
}
