import { createMemoryAccounts } from './accounts/memory-accounts.ts'
import { createMemoryAlerts } from './alerts/memory-alerts.ts'
import { createMemoryPaper } from './paper/memory-paper.ts'
import type { Store } from './store.ts'
import { whenOpen } from './whenOpen.ts'

/**
 * A store that is being created: no bars are in it, so reading them need not wait, and what is written waits until it is open, as
 * everything else does.
 * Not for one that exists already, whose content would seem to be gone.
 *
 * @example
 * createGateway({ client, store: emptyUntilOpen(openPgliteStore({ folder })) })
 */
export function emptyUntilOpen(opening: Promise<Store>): Store {
  let open: Store | undefined
  opening.then(
    (store) => {
      open = store
    },
    // Whoever opened it is told; until then there is nothing in it.
    () => {},
  )
  return {
    get driver() {
      return open?.driver ?? 'opening'
    },
    importSeries: async (...parameters) => (await opening).importSeries(...parameters),
    addFetched: async (...parameters) => (await opening).addFetched(...parameters),
    findSeries: async (...parameters) => open?.findSeries(...parameters) ?? [],
    listSeries: async (...parameters) => open?.listSeries(...parameters) ?? [],
    getCoverage: async (...parameters) => open?.getCoverage(...parameters) ?? [],
    readRows: async (...parameters) => open?.readRows(...parameters) ?? { rows: '', count: 0 },
    hasFactors: async (...parameters) => open?.hasFactors(...parameters) ?? false,
    getImport: async (...parameters) => open?.getImport(...parameters),
    finishImport: async (...parameters) => (await opening).finishImport(...parameters),
    accounts: whenOpen(
      createMemoryAccounts(),
      opening.then(({ accounts }) => accounts),
    ),
    alerts: whenOpen(
      createMemoryAlerts(),
      opening.then(({ alerts }) => alerts),
    ),
    paper: whenOpen(
      createMemoryPaper(),
      opening.then(({ paper }) => paper),
    ),
    close: async () => (await opening).close(),
  }
}
