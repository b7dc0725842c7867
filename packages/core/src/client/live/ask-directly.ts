import { startDeadline } from '../../http/deadline.ts'
import type { Operation, OperationName, Provider } from '../../provider/index.ts'
import type { Engine } from '../engine.ts'
import { runOperation } from '../run-operation.ts'

const timeoutMs = 10_000

/** One provider's answer for a live feed of its own: no other can stand in for it. */
export async function askDirectly<query, result>(
  engine: Engine,
  provider: Provider,
  name: OperationName,
  operation: Operation<query, result>,
  query: query,
  signal?: AbortSignal,
): Promise<result> {
  const deadline = startDeadline(engine.clock, timeoutMs, [engine.closed, signal])
  try {
    return await runOperation(engine, provider, name, operation, query, deadline)
  } finally {
    deadline.end()
  }
}
