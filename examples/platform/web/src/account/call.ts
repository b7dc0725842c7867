import { readRefusal } from './session.ts'
import { session } from './useSession.ts'

/**
 * Asks the server in the name of whoever has signed in.
 *
 * @throws {Refusal} in the server's words
 */
export async function call(method: string, path: string, body?: object): Promise<unknown> {
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await session.fetch(path, { method, ...json })
  if (!response.ok) throw await readRefusal(response)
  return response.status === 204 ? undefined : response.json()
}

/** The entries of a list in an answer that have all the texts and times that are asked for. */
export function readList<const name extends string>(
  body: unknown,
  list: string,
  names: readonly name[],
): Record<name, unknown>[] {
  const entries: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, list) : undefined
  if (!Array.isArray(entries)) return []
  return entries.filter((entry: unknown): entry is Record<name, unknown> =>
    names.every((name) => typeof entry === 'object' && entry !== null && name in entry),
  )
}

/** `3 Nov 2026, 14:05`, in the reader's zone. */
export function shownTime(time: unknown): string {
  return typeof time === 'number'
    ? new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
    : 'never'
}
