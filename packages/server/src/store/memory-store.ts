import { createMemoryAccounts } from './accounts/memory-accounts.ts'
import { createMemoryAlerts } from './alerts/memory-alerts.ts'
import { createMemoryBars } from './memory-bars.ts'
import { createMemoryPaper } from './paper/memory-paper.ts'
import type { Store } from './store.ts'

/** A store that forgets everything with its process: for tests, and for a gateway that should leave no trace. */
export function createMemoryStore(): Store {
  return {
    ...createMemoryBars(),
    driver: 'memory',
    accounts: createMemoryAccounts(),
    alerts: createMemoryAlerts(),
    paper: createMemoryPaper(),
    close: async () => {},
  }
}
