import { NetworkError, StarkMatterError, UpstreamError } from '@starkmatter/core'
import type { RedisScripting } from '../limit/redisLimiter.ts'

type Argument = string | number

/** As much of a Redis client as the bus, the leases and the cache need; ioredis fits. */
export type RedisClient = RedisScripting & {
  /** `ready` while commands are answered. */
  readonly status: string
  call(command: string, ...args: Argument[]): Promise<unknown>
  duplicate(override: { socketTimeout?: number | undefined }): RedisClient
  on(event: 'error', listener: (error: Error) => void): unknown
  disconnect(): void
}

/**
 * An answer of Redis.
 *
 * @throws {UpstreamError} Redis answered that it will not: no memory, read-only, no rights
 * @throws {NetworkError} it gave no answer
 */
export async function answerOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    throw explain(error)
  }
}

/** Errors that Redis itself answers begin with a word in capitals: `OOM command not allowed …`. */
function explain(error: unknown): StarkMatterError {
  if (StarkMatterError.is(error)) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'ReplyError')
    return new UpstreamError(`Redis refuses: ${reason}. Its configuration or the account's rights say why.`, {
      cause: error,
    })
  return new NetworkError(`Redis cannot be reached: ${reason || 'no answer'}. Is it running?`, {
    cause: error,
  })
}
