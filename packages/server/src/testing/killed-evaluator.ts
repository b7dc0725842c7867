import { createClient, systemClock } from '@starkmatter/core'
import { createEvaluator } from '../alerts/watch/evaluator.ts'
import { createMemoryBus } from '../bus/memory-bus.ts'
import { openPostgresStore } from '../store/postgres/openPostgresStore.ts'
import { testProvider } from './test-provider.ts'

/** Evaluates the alerts of a database, and is killed as soon as a firing is recorded: before anything of it is sent. */
const [url = '', schema = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const store = await openPostgresStore({ url, schema })
  const client = createClient({ providers: [testProvider().provider] })
  const context = { client, store, clock: systemClock, logger: undefined, timeoutMs: 5_000 }
  const onDelivery = () => process.kill(process.pid, 'SIGKILL')
  createEvaluator({ context, alerts: store.alerts, bus: createMemoryBus(), newsEveryMs: 60_000, onDelivery })
}

process.on('disconnect', () => process.exit())
void run()
