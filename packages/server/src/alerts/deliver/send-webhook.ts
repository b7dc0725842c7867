import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { StarkMatterError } from '@starkmatter/core'
import { checkWebhookUrl, PrivateAddressError, publicLookup } from './address-guard.ts'

export type WebhookMessage = {
  url: string
  body: string
  headers: Readonly<Record<string, string>>
}

/** What became of one attempt. */
export type WebhookOutcome =
  | { isDelivered: true }
  | {
      isDelivered: false
      /** For the owner: what the receiver did, without anything that it said. */
      reason: string
      /** Trying again would not help. */
      isFinal: boolean
      retryAfterMs?: number | undefined
    }

export type SendWebhookOptions = {
  timeoutMs: number
  /** Into private networks too, and without encryption. */
  allowPrivate: boolean
  signal: AbortSignal
}

/**
 * Posts one message. The address is checked as the connection is made, so that a name cannot lead elsewhere in between;
 * redirects are not followed, the answer is not read, and at the deadline it is over.
 */
export function sendWebhook(message: WebhookMessage, options: SendWebhookOptions): Promise<WebhookOutcome> {
  const { timeoutMs, allowPrivate, signal } = options
  return new Promise((resolve) => {
    const fail = (reason: string, isFinal = false) => resolve({ isDelivered: false, reason, isFinal })
    let url: URL
    try {
      url = checkWebhookUrl(message.url, allowPrivate)
    } catch (error) {
      return fail(StarkMatterError.is(error) ? error.message : 'Its address is not right.', true)
    }
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: {
        ...message.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(message.body),
        'user-agent': 'StarkMatter-Webhooks',
      },
      // A connection that is kept would have been checked for an earlier message only.
      agent: false,
      ...(!allowPrivate && { lookup: publicLookup }),
    })
    const late = setTimeout(() => {
      fail(`It did not answer within ${timeoutMs} ms.`)
      request.destroy()
    }, timeoutMs)
    const stop = () => {
      fail('The server was stopped.')
      request.destroy()
    }
    signal.addEventListener('abort', stop, { once: true })
    request.once('close', () => {
      clearTimeout(late)
      signal.removeEventListener('abort', stop)
    })
    request.once('response', (response) => {
      resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']))
      response.destroy()
    })
    request.once('error', (error) => {
      if (error instanceof PrivateAddressError) fail(error.message, true)
      else fail(`It could not be reached${'code' in error ? ` (${error.code})` : ''}.`)
    })
    request.end(message.body)
  })
}

function outcomeOf(status: number, retryAfter: string | undefined): WebhookOutcome {
  if (status >= 200 && status < 300) return { isDelivered: true }
  const seconds = Number(retryAfter)
  return {
    isDelivered: false,
    reason:
      status >= 300 && status < 400
        ? `It answered ${status}; redirects are not followed.`
        : `It answered ${status}.`,
    // By Standard Webhooks, a receiver that is gone for good says so.
    isFinal: status === 410,
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  }
}
