import type Anthropic from '@anthropic-ai/sdk'
import { AbortedError, BadRequestError, type StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { sleep } from '../../http/sleep.ts'
import type { LlmBatchResult } from '../llm/port.ts'
import { type Attempts, attempting } from './attempts.ts'
import { errorOfType } from './errors.ts'
import { toResponse, toUsage } from './readMessage.ts'
import { provider } from './sdk.ts'

export type BatchCall = Attempts & {
  client: Anthropic
  /** Between two looks; doubles up to a minute. */
  pollMs: number
}

const mostRequests = 100_000

/**
 * Sends requests as one batch, waits for it, and gives its results as they stand in the file, which is in any order. When
 * time is up or the caller has had enough, the batch is cancelled, so that it costs nothing more.
 */
export async function* runBatch(
  requests: readonly { id: string; params: Anthropic.MessageCreateParamsNonStreaming }[],
  call: BatchCall,
): AsyncGenerator<LlmBatchResult> {
  const { client, deadline } = call
  const { signal } = deadline
  if (requests.length === 0) return
  if (requests.length > mostRequests) {
    throw new BadRequestError(`A batch holds ${mostRequests} requests at most. Split it.`, { provider })
  }
  // Ids of the caller may be anything; those of the API may not.
  const open = new Map(requests.map(({ id }, index) => [`request-${index}`, id]))
  const created = await attempting(
    () =>
      client.messages.batches.create(
        { requests: requests.map(({ params }, index) => ({ custom_id: `request-${index}`, params })) },
        { signal },
      ),
    call,
    // After a connection broke, nobody knows whether the batch was taken: a second would be paid as well.
    ({ hasBegun, error }) => !hasBegun && error.code !== 'NETWORK',
  )
  let isDone = false
  try {
    await waitForEnd(created, call)
    isDone = true
    const lines = await attempting(() => client.messages.batches.results(created.id, {}, { signal }), call)
    for await (const { custom_id, result } of lines) {
      const id = open.get(custom_id)
      if (id === undefined) continue
      open.delete(custom_id)
      yield toResult(id, result)
    }
    for (const id of open.values()) {
      yield {
        id,
        error: new UpstreamError('The batch has no result for this request. Ask again.', { provider }),
      }
    }
  } finally {
    if (!isDone) await cancel(client, created.id)
  }
}

async function waitForEnd(created: Anthropic.Messages.MessageBatch, call: BatchCall): Promise<void> {
  const { client, deadline, clock } = call
  let batch = created
  for (let waitMs = call.pollMs; batch.processing_status !== 'ended'; waitMs = Math.min(60_000, waitMs * 2)) {
    await sleep(clock, waitMs, deadline.signal)
    batch = await attempting(
      () => client.messages.batches.retrieve(created.id, {}, { signal: deadline.signal }),
      call,
      // Looking costs nothing.
      () => true,
    )
  }
}

/** Nobody waits for it any more: failing to cancel changes nothing for the caller. */
async function cancel(client: Anthropic, id: string): Promise<void> {
  await client.messages.batches.cancel(id, {}, { timeout: 2_000 }).catch(() => {})
}

function toResult(id: string, result: Anthropic.Messages.MessageBatchResult): LlmBatchResult {
  switch (result.type) {
    case 'succeeded': {
      const { model, content, stop_reason, usage } = result.message
      const blocks = content.map((block) => ({ block }))
      return { id, response: toResponse(model, blocks, stop_reason, toUsage(usage)) }
    }
    case 'errored':
      return { id, error: errorOfType(result.error.error.type, result.error.error.message) }
    case 'canceled':
      return { id, error: new AbortedError('The batch was canceled.', { provider }) }
    case 'expired':
      return { id, error: expired() }
  }
}

function expired(): StarkMatterError {
  return new UpstreamError('The batch did not come to this request within a day. Ask again.', { provider })
}
