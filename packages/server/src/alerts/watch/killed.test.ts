import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createClient, systemClock } from '@starkmatter/core'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { createMemoryBus } from '../../bus/memory-bus.ts'
import { openPostgresStore } from '../../store/postgres/openPostgresStore.ts'
import { buildProgram } from '../../testing/build-program.ts'
import { alertOf } from '../../testing/describeAlerts.ts'
import { hasPostgres, postgresUrl } from '../../testing/postgres-server.ts'
import { testProvider } from '../../testing/test-provider.ts'
import { createDispatcher } from '../deliver/dispatcher.ts'
import { createEvaluator } from './evaluator.ts'

const minute = 60_000

test.runIf(hasPostgres)(
  'a process that is killed between a firing and its delivery has recorded it once, and the next one sends it',
  { timeout: 60_000 },
  async () => {
    const received: (string | undefined)[] = []
    const receiver = createServer((request, response) => {
      received.push(request.headers['webhook-id']?.toString())
      response.end()
    }).listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    const address = receiver.address()
    const webhook = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`

    const schema = `killed_${process.pid}`
    const store = await openPostgresStore({ url: postgresUrl, schema, maxConnections: 4 })
    const { alerts } = store
    const now = Math.floor(Date.now() / minute)
    // At this venue the price of a minute is its number: it crossed while nobody was watching.
    const since = (now - 30) * minute
    await alerts.addAlert(
      alertOf({
        ...{ since, createdAt: since, webhook },
        condition: {
          type: 'compare',
          left: { kind: 'price', field: 'close' },
          relation: 'crosses above',
          right: { kind: 'level', value: now - 10 },
        },
      }),
      10,
    )

    using program = await buildProgram(new URL('../../testing/killed-evaluator.ts', import.meta.url))
    const child = fork(program.path, [postgresUrl, schema])
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(received).toEqual([])
    const [firing, ...others] = await alerts.listFirings('ada', { after: 0, limit: 9 })
    expect(others).toEqual([])
    expect(firing).toMatchObject({ barTime: (now - 10) * minute })
    // It had not come to write down how far it had evaluated: the next one sees the same bars again.
    expect((await alerts.listCursors()).size).toBe(0)

    const client = createClient({ providers: [testProvider().provider] })
    const context = { client, store, clock: systemClock, logger: undefined, timeoutMs: 5_000 }
    const webhooks = { allowPrivate: true }
    const dispatcher = createDispatcher({ alerts, clock: systemClock, logger: undefined, webhooks })
    const rest = { bus: createMemoryBus(), newsEveryMs: minute, onDelivery: dispatcher.wake }
    const evaluator = createEvaluator({ context, alerts, ...rest })
    await vi.waitFor(() => expect(received).toEqual([firing?.id]), { timeout: 10_000 })
    await vi.waitFor(async () => expect(evaluator.stateOf(alertOf())?.state).toBe('watching'), {
      timeout: 10_000,
    })
    expect(await alerts.listFirings('ada', { after: 0, limit: 9 })).toHaveLength(1)
    expect(received).toHaveLength(1)

    await evaluator.close()
    await dispatcher.close()
    client.close()
    receiver.close()
    await store.close()
    const admin = new pg.Client({ connectionString: postgresUrl })
    await admin.connect()
    await admin.query(`DROP SCHEMA ${schema} CASCADE`)
    await admin.end()
  },
)
