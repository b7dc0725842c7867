/** Fields of Yahoo's `PricingData` that tests write. */
export type PricingFields = {
  id?: string
  price?: number
  time?: number
  currency?: string
  marketHours?: number
  dayVolume?: number
  dayHigh?: number
  bid?: number
}

const numbers = { id: 1, price: 2, time: 3, currency: 4, marketHours: 7, dayVolume: 9, dayHigh: 10, bid: 23 }

/** A frame as Yahoo's streamer sends it. */
export function pricingFrame(fields: PricingFields): string {
  const bytes: number[] = []
  for (const [name, value] of Object.entries(fields)) {
    const number = new Map(Object.entries(numbers)).get(name) ?? 0
    if (typeof value === 'string') {
      const text = new TextEncoder().encode(value)
      bytes.push(...varint(number * 8 + 2), ...varint(text.length), ...text)
    } else if (name === 'marketHours') bytes.push(...varint(number * 8), ...varint(value))
    else if (name === 'time' || name === 'dayVolume') {
      bytes.push(...varint(number * 8), ...varint(value < 0 ? -2 * value - 1 : 2 * value))
    } else {
      bytes.push(...varint(number * 8 + 5), ...new Uint8Array(Float32Array.of(value).buffer))
    }
  }
  return JSON.stringify({ type: 'pricing', message: btoa(String.fromCharCode(...bytes)) })
}

function varint(value: number): number[] {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) + 128
    bytes.push(rest % 128)
  }
  return bytes
}
