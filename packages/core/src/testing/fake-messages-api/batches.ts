import * as z from 'zod/mini'
import type { FakeMessagesRequest } from './check-request.ts'

/** In which order results come: as asked, the other way round, or as this says of the ids. */
export type BatchOrder = 'asked' | 'reversed' | ((ids: readonly string[]) => readonly string[])

export type BatchItem = { id: string; request: FakeMessagesRequest }

type Batch = {
  id: string
  items: readonly BatchItem[]
  polls: number
  isCanceled: boolean
  /** Made once, when the batch ends. */
  lines: string | undefined
}

/** The life of batches: in progress for some polls, then ended, with results in any order. */
export function createBatches(options: {
  polls: number
  order: BatchOrder
  /** The result of one request, as it stands in a line of the results. */
  resultOf: (item: BatchItem) => Promise<Record<string, unknown>>
}) {
  const batches = new Map<string, Batch>()

  const isEnded = (batch: Batch) => batch.isCanceled || batch.polls >= options.polls

  const describe = (batch: Batch, origin: string) => {
    const ended = isEnded(batch)
    const counted = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 }
    const state = ended ? (batch.isCanceled ? 'canceled' : 'succeeded') : 'processing'
    return {
      id: batch.id,
      type: 'message_batch',
      processing_status: ended ? 'ended' : 'in_progress',
      request_counts: { ...counted, [state]: batch.items.length },
      created_at: '2026-01-01T00:00:00Z',
      expires_at: '2026-01-02T00:00:00Z',
      ended_at: ended ? '2026-01-01T00:10:00Z' : null,
      cancel_initiated_at: batch.isCanceled ? '2026-01-01T00:05:00Z' : null,
      archived_at: null,
      results_url: ended ? `${origin}/v1/messages/batches/${batch.id}/results` : null,
    }
  }

  return {
    create(items: readonly BatchItem[], origin: string) {
      const batch = {
        id: `msgbatch_${batches.size + 1}`,
        items,
        polls: 0,
        isCanceled: false,
        lines: undefined,
      }
      batches.set(batch.id, batch)
      return describe(batch, origin)
    },
    /** Each look brings a batch closer to its end. */
    retrieve(id: string, origin: string) {
      const batch = batches.get(id)
      if (!batch) return undefined
      const seen = describe(batch, origin)
      batch.polls += 1
      return seen
    },
    cancel(id: string, origin: string) {
      const batch = batches.get(id)
      if (!batch) return undefined
      if (!isEnded(batch)) batch.isCanceled = true
      return describe(batch, origin)
    },
    list: (origin: string) => [...batches.values()].reverse().map((batch) => describe(batch, origin)),
    /** JSON lines, or undefined while there are none. */
    async results(id: string): Promise<string | undefined> {
      const batch = batches.get(id)
      if (!batch || !isEnded(batch)) return undefined
      if (batch.lines === undefined) {
        const results = new Map<string, unknown>()
        for (const item of batch.items) {
          results.set(item.id, batch.isCanceled ? { type: 'canceled' } : await options.resultOf(item))
        }
        const line = (id: string) => `${JSON.stringify({ custom_id: id, result: results.get(id) })}\n`
        batch.lines = ordered([...results.keys()], options.order)
          .map(line)
          .join('')
      }
      return batch.lines
    },
  }
}

function ordered(ids: readonly string[], order: BatchOrder): readonly string[] {
  if (typeof order === 'function') return order(ids)
  return order === 'reversed' ? [...ids].reverse() : ids
}

const batchRequest = z.strictObject({
  requests: z
    .array(
      z.strictObject({ custom_id: z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,64}$/)), params: z.unknown() }),
    )
    .check(z.minLength(1), z.maxLength(100_000)),
})

/** The requests of a batch, or why it would be refused. Their own content is not yet looked at. */
export function readBatch(body: unknown): { id: string; params: unknown }[] | string {
  const read = batchRequest.safeParse(body)
  if (!read.success) {
    const [issue] = read.error.issues
    return `${issue?.path.join('.') || 'requests'}: ${issue?.message}`
  }
  const items = read.data.requests.map(({ custom_id, params }) => ({ id: custom_id, params }))
  const isUnique = new Set(items.map(({ id }) => id)).size === items.length
  return isUnique ? items : 'requests: custom_id must be unique'
}
