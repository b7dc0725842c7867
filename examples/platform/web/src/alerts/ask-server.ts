import * as z from 'zod/mini'
import { session } from '../account/useSession.ts'

const errorShape = z.object({ error: z.object({ message: z.string() }) })

type Question = { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object; signal?: AbortSignal }

/** Asks the server about alerts; an error is what it says about it. */
export async function askServer<shape extends z.ZodMiniType>(
  path: string,
  shape: shape,
  { method = 'GET', body, signal }: Question = {},
): Promise<z.infer<shape>> {
  const response = await session.fetch(path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal && { signal }),
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  if (response.ok) return z.parse(shape, answer)
  const refusal = z.safeParse(errorShape, answer)
  throw new Error(refusal.data?.error.message ?? `The server answered ${response.status}.`)
}
