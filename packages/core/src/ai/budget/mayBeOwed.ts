import { StarkMatterError } from '../../errors/index.ts'

const lost: ReadonlySet<string> = new Set(['TIMEOUT', 'NETWORK', 'ABORTED', 'UPSTREAM'])

/**
 * Whether a call that failed, and told no usage, may stand on the bill all the same: its answer was on the way. A refusal,
 * which has a status, costs nothing.
 */
export function mayBeOwed(error: unknown): boolean {
  if (!StarkMatterError.is(error)) return true
  return lost.has(error.code) && !('status' in error && typeof error.status === 'number')
}
