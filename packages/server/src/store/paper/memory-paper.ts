import type { PaperEvent } from '../../paper/engine/events.ts'
import type { PaperAccount, PaperStore } from './paper-store.ts'

/** Paper accounts that are gone with the process. */
export function createMemoryPaper(): PaperStore {
  const accounts = new Map<string, { account: PaperAccount; journal: PaperEvent[] }>()
  const all = () => [...accounts.values()].map(({ account }) => account)
  return {
    async addAccount(account, opened, most) {
      if (all().filter(({ owner }) => owner === account.owner).length >= most) return false
      accounts.set(account.id, { account: { ...account, sequence: 1, isActive: false }, journal: [opened] })
      return true
    },
    findAccount: async (id) => accounts.get(id)?.account,
    listAccounts: async (owner) => all().filter((account) => account.owner === owner),
    listActive: async () => all().filter(({ isActive }) => isActive),
    removeAccount: async (id) => accounts.delete(id),
    async append(id, { after, events, isActive }) {
      const entry = accounts.get(id)
      if (entry?.account.sequence !== after) return false
      entry.journal.push(...events)
      entry.account = { ...entry.account, sequence: after + events.length, isActive }
      return true
    },
    async readJournal(id, after, limit) {
      const journal = accounts.get(id)?.journal ?? []
      return journal
        .slice(after, after + limit)
        .map((event, index) => ({ sequence: after + index + 1, event }))
    },
  }
}
