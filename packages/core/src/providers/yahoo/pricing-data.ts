import { ValidationError } from '../../errors/index.ts'
import { frameText } from '../../provider/codec/frame-fields.ts'
import { type Frame, isJsonObject } from '../../provider/index.ts'
import { shortestFloat32 } from './float32.ts'
import { decodeMessage, type FieldTable } from './protobuf.ts'

// As far as a quote needs it. The times are ms, prices float32.
export const pricingTable = {
  1: ['id', 'text'],
  2: ['price', 'float'],
  3: ['time', 'sint'],
  4: ['currency', 'text'],
  7: ['marketHours', 'int'],
  8: ['changePercent', 'float'],
  9: ['dayVolume', 'sint'],
  10: ['dayHigh', 'float'],
  11: ['dayLow', 'float'],
  12: ['change', 'float'],
  13: ['shortName', 'text'],
  15: ['openPrice', 'float'],
  16: ['previousClose', 'float'],
  23: ['bid', 'float'],
  24: ['bidSize', 'sint'],
  25: ['ask', 'float'],
  26: ['askSize', 'sint'],
} as const satisfies FieldTable

/** Names of the numbers in a message. */
export type PricingNumber =
  | 'price'
  | 'time'
  | 'marketHours'
  | 'changePercent'
  | 'dayVolume'
  | 'dayHigh'
  | 'dayLow'
  | 'change'
  | 'openPrice'
  | 'previousClose'
  | 'bid'
  | 'bidSize'
  | 'ask'
  | 'askSize'

/** What Yahoo's streamer says of one symbol, prices without float32 noise. Fields that are 0 are not sent, like absent ones. */
export type PricingData = {
  id: string
  currency: string | undefined
  shortName: string | undefined
  number(name: PricingNumber): number | undefined
}

/**
 * A frame of the streamer: `{ "message": "…" }` around a `PricingData` in base64, or that alone, as an older version sends it.
 *
 * @throws {ValidationError} it is something else
 */
export function readPricingData(frame: Frame): PricingData {
  const text = frameText(frame).trim()
  const message = text.startsWith('{') ? messageOf(text) : text
  try {
    const data = decodeMessage(
      Uint8Array.from(atob(message), (letter) => letter.charCodeAt(0)),
      pricingTable,
    )
    const textOf = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined)
    const id = textOf('id')
    if (!id) throw new RangeError('no symbol')
    return {
      id,
      currency: textOf('currency'),
      shortName: textOf('shortName'),
      number(name) {
        const value = data[name]
        return typeof value === 'number' ? shortestFloat32(value) : undefined
      },
    }
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new ValidationError({
      provider: 'yahoo',
      path: 'message',
      expected: 'a PricingData in base64',
      got,
      cause,
    })
  }
}

function messageOf(text: string): string {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new ValidationError({
      provider: 'yahoo',
      path: '',
      expected: 'a JSON message',
      got: JSON.stringify(text.slice(0, 60)),
      cause,
    })
  }
  if (isJsonObject(body) && typeof body.message === 'string') return body.message
  throw new ValidationError({ provider: 'yahoo', path: 'message', expected: 'text', got: text.slice(0, 60) })
}
