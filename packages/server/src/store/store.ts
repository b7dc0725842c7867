import type { AccountStore } from './accounts/account-store.ts'
import type { AlertStore } from './alerts/alert-store.ts'
import type { BarStore } from './bar-store.ts'
import type { PaperStore } from './paper/paper-store.ts'

/**
 * Where everything is kept: bars, and a member for each further matter. Every driver passes the same contract suite
 * (`testing/describeStore.ts`); each member has a part of its own in it.
 */
export interface Store extends BarStore {
  /** Short name of the driver: `memory`, `pglite`, `postgres`. */
  readonly driver: string
  readonly accounts: AccountStore
  readonly alerts: AlertStore
  readonly paper: PaperStore
  /** Ends with everything written. */
  close(): Promise<void>
}
