import { systemClock } from '../http/clock.ts'
import { startDeadline } from '../http/deadline.ts'
import { send } from '../http/send.ts'
import { sleep } from '../http/sleep.ts'
import type { FinancialTimesOptions } from '../news/financial-times/financialTimes.ts'
import { financialTimesNotifications, type NotificationsPage } from '../news/financial-times/notifications.ts'
import type { HttpRequest } from '../provider/index.ts'

export type FollowNotificationsOptions = FinancialTimesOptions & {
  /** ms UTC. */
  since: number
  /** Longest wait for one page, ms. @default 10000 */
  timeoutMs?: number | undefined
  fetch?: typeof globalThis.fetch | undefined
  signal?: AbortSignal | undefined
}

/** The licence allows two calls a second. */
const pauseMs = 500

/**
 * What the Financial Times published, changed or took down since an instant, page by page until there is no more. The
 * pages carry ids and addresses without headlines: use them to keep stored headlines true, as the licence asks, and
 * `getNews` to search. Needs the key, so run it on a server.
 *
 * @throws {StarkMatterError} INVALID_KEY, NOT_ENTITLED, RATE_LIMITED, VALIDATION, NETWORK, TIMEOUT, ABORTED
 * @example
 * for await (const { notifications } of followNotifications({ apiKey, since: Date.now() - 3_600_000 })) {
 *   for (const { change, url } of notifications) if (change === 'deleted') console.log('take down', url)
 * }
 */
export async function* followNotifications(
  options: FollowNotificationsOptions,
): AsyncGenerator<NotificationsPage, void, void> {
  const {
    since,
    timeoutMs = 10_000,
    fetch = globalThis.fetch,
    signal = new AbortController().signal,
  } = options
  const operation = financialTimesNotifications(options)
  let request: HttpRequest | undefined = operation.request({ since })
  while (request) {
    const deadline = startDeadline(systemClock, timeoutMs, [signal])
    const sent = send(request, { fetch, signal: deadline.signal, provider: 'financial-times' })
    const response = await sent.finally(() => deadline.end())
    const page = operation.parse(response)
    if (page.notifications.length > 0) yield page
    request = operation.next(response, { since }, request)
    if (request) await sleep(systemClock, pauseMs, signal)
  }
}
