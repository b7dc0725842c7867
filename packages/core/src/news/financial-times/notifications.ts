import { type HttpOperation, type HttpResponse, statusError, Wire } from '../../provider/index.ts'
import { keyOf } from '../../provider/key-of.ts'
import { parseUrl } from '../../provider/parse-url.ts'
import type { FinancialTimesOptions } from './financialTimes.ts'

/** That an article has changed. It carries no headline: ask for the article, or search. */
export type ContentNotification = {
  /** The publisher's id of the article, a UUID. */
  id: string
  /** `deleted`: the licence wants it taken down. `other`: a kind that this version does not know. */
  change: 'created' | 'updated' | 'deleted' | 'other'
  /** Where readers find it; `id` of the item that a search gives comes from the same address. */
  url: string
}

export type NotificationsPage = {
  /** In the order of the venue, oldest first; the same article may come again. */
  notifications: readonly ContentNotification[]
  /** Where to go on next time: store it, and ask for it in place of `since`. */
  nextUrl: string | undefined
}

const id = 'financial-times'

/**
 * What was published, changed or taken down since an instant, under the headline licence. A pure operation: it says what
 * to ask and what the answer means, and does no request itself. One page a call; `next` is the request for the page
 * after it, or nothing when the page was empty, which is how the venue says that there is no more for now.
 *
 * @throws {StarkMatterError} INVALID_KEY, NOT_ENTITLED, RATE_LIMITED, VALIDATION
 */
export function financialTimesNotifications(options: FinancialTimesOptions) {
  const { baseUrl = 'https://api.ft.com' } = options
  const apiKey = keyOf('apiKey', options.apiKey, "a key of the publisher's headline licence")
  const { origin } = new URL(baseUrl)
  return {
    request: ({ since }) => ({
      url: `${baseUrl}/content/notifications?${new URLSearchParams({ since: new Date(since).toISOString() })}`,
      headers: { 'x-api-key': apiKey },
    }),
    parse: (response) => readPage(response, origin),
    next(response, _query, request) {
      const { notifications, nextUrl } = readPage(response, origin)
      return notifications.length === 0 || nextUrl === undefined || nextUrl === request.url
        ? undefined
        : { ...request, url: nextUrl }
    },
    join: (pages) => ({
      notifications: pages.flatMap(({ notifications }) => notifications),
      nextUrl: pages.at(-1)?.nextUrl,
    }),
  } satisfies HttpOperation<{ since: number }, NotificationsPage>
}

function readPage(response: HttpResponse, origin: string): NotificationsPage {
  const error = statusError(id, response)
  if (error) throw error
  const body = new Wire(id, response.json(id))
  const notifications = body
    .at('notifications')
    .items()
    .map((notification) => {
      // `http://www.ft.com/thing/<uuid>`
      const uuid = notification.at('id').text().replace(/^.*\//, '')
      return {
        id: uuid,
        change: changeOf(notification.at('type').text()),
        url: `https://www.ft.com/content/${encodeURIComponent(uuid)}`,
      }
    })
  const next = body
    .at('links')
    .itemsOrNone()
    .find((link) => link.maybe('rel').textOrNull() === 'next')
    ?.at('href')
    .text()
  return { notifications, nextUrl: next === undefined ? undefined : ownUrl(next, origin) }
}

/** The page after this one. The key goes with it, so only to the host that was asked. */
function ownUrl(href: string, origin: string): string | undefined {
  const url = parseUrl(href, origin)
  // The venue writes its links with http.
  return url?.host === new URL(origin).host ? `${origin}${url.pathname}${url.search}` : undefined
}

/** `http://www.ft.com/thing/ThingChangeType/UPDATE` */
function changeOf(type: string): ContentNotification['change'] {
  switch (type.replace(/^.*\//, '').toUpperCase()) {
    case 'CREATE':
      return 'created'
    case 'UPDATE':
      return 'updated'
    case 'DELETE':
      return 'deleted'
    default:
      return 'other'
  }
}
