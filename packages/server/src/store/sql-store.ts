import { sqlAccounts } from './accounts/sql-accounts.ts'
import { sqlAlerts } from './alerts/sql-alerts.ts'
import { migrate } from './migrations.ts'
import { sqlPaper } from './paper/sql-paper.ts'
import { sqlBars } from './sql-bars.ts'
import type { SqlConnection } from './sql-connection.ts'
import type { Store } from './store.ts'

/** Everything in a PostgreSQL database, embedded or not. Creates and updates its tables. */
export async function openSqlStore(driver: string, connection: SqlConnection): Promise<Store> {
  await migrate(connection)
  return {
    ...sqlBars(connection),
    driver,
    accounts: sqlAccounts(connection),
    alerts: sqlAlerts(connection),
    paper: sqlPaper(connection),
    close: () => connection.close(),
  }
}
