import { isJsonObject } from '../provider/index.ts'
import { createFakeSocketVenue, type FakeSocketVenue } from './fake-socket-venue.ts'

export type FakeMassiveStreamOptions = {
  /** @default 'fake-massive-key' */
  apiKey?: string
  /** Channels that the plan lacks: `T`, `Q` … */
  refuses?: readonly string[]
  /** Whether a refusal names what it refuses. @default true */
  names?: boolean
}

/** Massive's socket: greets, takes a key, confirms what is asked item by item. Events are sent with `send`. */
export function createFakeMassiveStream(options: FakeMassiveStreamOptions = {}): Promise<FakeSocketVenue> {
  const { apiKey = 'fake-massive-key', refuses = [], names = true } = options
  const status = (word: string, message: string) => [{ ev: 'status', status: word, message }]
  return createFakeSocketVenue({
    greet: () => [status('connected', 'Connected Successfully')],
    answer(text) {
      const request: unknown = JSON.parse(text)
      const { action, params } = isJsonObject(request) ? request : {}
      if (action === 'auth') {
        return [
          params === apiKey
            ? status('auth_success', 'authenticated')
            : status('auth_failed', 'authentication failed'),
        ]
      }
      return String(params)
        .split(',')
        .map((item) => {
          if (action === 'unsubscribe') return status('success', `unsubscribed to: ${item}`)
          const isRefused = refuses.includes(item.split('.')[0] ?? '')
          if (!isRefused) return status('success', `subscribed to: ${item}`)
          return status('error', names ? `not authorized: ${item}` : 'not authorized')
        })
    },
  })
}
