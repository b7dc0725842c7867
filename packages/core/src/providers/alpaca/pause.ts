import type { HttpResponse } from '../../provider/index.ts'

/** Ms until the window of the rate limit is over, where an answer says that it is used up; by the venue's own clock. */
export function alpacaPauseMs({ headers }: HttpResponse): number | undefined {
  const resetMs = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000
  const pauseMs = resetMs - Date.parse(headers.get('date') ?? '')
  return headers.get('x-ratelimit-remaining') === '0' && pauseMs > 0 ? pauseMs : undefined
}
