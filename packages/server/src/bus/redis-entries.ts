import type { BusMessage } from './bus.ts'

/** Entries of a stream as Redis answers them, `[[id, [name, value]], …]`; what has another form is left out. */
export function toMessages(entries: unknown): BusMessage[] {
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown): BusMessage[] => {
    if (!Array.isArray(entry)) return []
    const [cursor, fields]: unknown[] = entry
    const body: unknown = Array.isArray(fields) ? fields[1] : undefined
    return typeof cursor === 'string' && typeof body === 'string' ? [{ cursor, body }] : []
  })
}

/** What XREAD answers, by stream: pairs in protocol 2, names and values by turns in protocol 3. */
export function toStreams(reply: unknown): [stream: string, entries: unknown][] {
  if (!Array.isArray(reply)) return []
  const flat: unknown[] = Array.isArray(reply[0]) ? reply.flat(1) : reply
  const streams: [string, unknown][] = []
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const name = flat[i]
    if (typeof name === 'string') streams.push([name, flat[i + 1]])
  }
  return streams
}
