import { isJsonObject } from '../provider/index.ts'
import { createFakeSocketVenue, type FakeSocketVenue } from './fake-socket-venue.ts'

export type FakeAlpacaStreamOptions = {
  /** Symbols that the plan follows at most. @default no limit */
  maxSymbols?: number
}

/** Alpaca's socket, in MessagePack where options are followed: greets, takes the keys, answers each request with all that is followed. Messages are sent with `send`. */
export function createFakeAlpacaStream(options: FakeAlpacaStreamOptions = {}): Promise<FakeSocketVenue> {
  const { maxSymbols = Number.POSITIVE_INFINITY } = options
  const followed = new Map<string, Map<string, Set<string>>>()
  return createFakeSocketVenue({
    packs: (path) => path.startsWith('/v1beta1/'),
    greet(path) {
      followed.set(path, new Map())
      return [[{ T: 'success', msg: 'connected' }]]
    },
    answer(text, path) {
      const message: unknown = JSON.parse(text)
      if (!isJsonObject(message)) return [[{ T: 'error', code: 400, msg: 'invalid syntax' }]]
      const { action, key, secret, ...channels } = message
      if (action === 'auth') {
        const isKnown = key === 'fake-alpaca-id' && secret === 'fake-alpaca-secret'
        return [
          [isKnown ? { T: 'success', msg: 'authenticated' } : { T: 'error', code: 402, msg: 'auth failed' }],
        ]
      }
      const state = followed.get(path) ?? new Map<string, Set<string>>()
      const wanted = new Map([...state].map(([channel, symbols]) => [channel, new Set(symbols)]))
      for (const [channel, symbols] of Object.entries(channels)) {
        const set = wanted.get(channel) ?? new Set()
        wanted.set(channel, set)
        for (const symbol of Array.isArray(symbols) ? symbols : []) {
          if (action === 'subscribe') set.add(String(symbol))
          else set.delete(String(symbol))
        }
      }
      const count = new Set([...wanted.values()].flatMap((set) => [...set])).size
      if (count > maxSymbols) return [[{ T: 'error', code: 405, msg: 'symbol limit exceeded' }]]
      followed.set(path, wanted)
      const lists = Object.fromEntries([...wanted].map(([channel, set]) => [channel, [...set]]))
      return [[{ T: 'subscription', ...lists }]]
    },
  })
}
