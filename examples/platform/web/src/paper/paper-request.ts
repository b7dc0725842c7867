import type * as z from 'zod/mini'
import { session } from '../account/useSession.ts'
import { failure } from './paper-schemas.ts'

type PaperRequest = { method?: 'GET' | 'POST' | 'DELETE'; body?: object; signal?: AbortSignal | undefined }

/** How long an answer may take; one that waits for a change says so itself. */
const timeoutMs = 20_000
export const longestWaitMs = 25_000

/** Asks the gateway's paper trading, and reads its answer by a schema. What it refuses is thrown with its own sentence. */
export async function paperRequest<schema extends z.ZodMiniType>(
  schema: schema,
  path: string,
  { method = 'GET', body, signal }: PaperRequest = {},
): Promise<z.output<schema>> {
  const deadline = AbortSignal.timeout(timeoutMs + (path.includes('waitMs=') ? longestWaitMs : 0))
  const response = await session.fetch(`/v1/paper/accounts${path}`, {
    method,
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return schema.parse(answer)
  const read = failure.safeParse(answer)
  throw new Error(
    read.success ? read.data.error.message : `The server answered with status ${response.status}.`,
  )
}
