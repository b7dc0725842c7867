/** What MessagePack can say that JSON can say as well. */
export type Packable =
  | string
  | number
  | boolean
  | null
  | readonly Packable[]
  | { readonly [key: string]: Packable }

/**
 * Reads one value of MessagePack into what JSON would have been: timestamps become RFC 3339 texts with all their digits,
 * binary data and other extensions `null`.
 *
 * @throws {RangeError} the bytes end too early, or are none
 * @see https://github.com/msgpack/msgpack/blob/master/spec.md
 */
export function unpack(bytes: Uint8Array): unknown {
  return new Reader(bytes).value()
}

/** Writes a value as MessagePack. Whole numbers below 2³¹ are written as such, all others as doubles. */
export function pack(value: Packable): Uint8Array {
  const bytes: number[] = []
  write(bytes, value)
  return Uint8Array.from(bytes)
}

class Reader {
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  value(): unknown {
    const head = this.#unsigned(1)
    if (head < 0x80) return head
    if (head < 0x90) return this.#map(head & 0x0f)
    if (head < 0xa0) return this.#list(head & 0x0f)
    if (head < 0xc0) return this.#text(head & 0x1f)
    if (head >= 0xe0) return head - 0x100
    switch (head) {
      case 0xc0:
        return null
      case 0xc2:
      case 0xc3:
        return head === 0xc3
      case 0xc4:
      case 0xc5:
      case 0xc6:
        this.#skip(this.#unsigned(1 << (head - 0xc4)))
        return null
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return this.#extension(this.#unsigned(1 << (head - 0xc7)))
      case 0xca:
        return this.#view.getFloat32(this.#skip(4))
      case 0xcb:
        return this.#view.getFloat64(this.#skip(8))
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return this.#unsigned(1 << (head - 0xcc))
      case 0xd0:
        return this.#view.getInt8(this.#skip(1))
      case 0xd1:
        return this.#view.getInt16(this.#skip(2))
      case 0xd2:
        return this.#view.getInt32(this.#skip(4))
      case 0xd3:
        return Number(this.#view.getBigInt64(this.#skip(8)))
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return this.#extension(1 << (head - 0xd4))
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#text(this.#unsigned(1 << (head - 0xd9)))
      case 0xdc:
      case 0xdd:
        return this.#list(this.#unsigned(2 << (head - 0xdc)))
      case 0xde:
      case 0xdf:
        return this.#map(this.#unsigned(2 << (head - 0xde)))
      default:
        throw new RangeError(`0x${head.toString(16)} begins nothing`)
    }
  }

  /** Passes over bytes; the answer is where they begin. */
  #skip(length: number): number {
    const at = this.#at
    if (at + length > this.#view.byteLength) throw new RangeError('the bytes end too early')
    this.#at += length
    return at
  }

  #unsigned(length: number): number {
    const at = this.#skip(length)
    if (length === 1) return this.#view.getUint8(at)
    if (length === 2) return this.#view.getUint16(at)
    if (length === 4) return this.#view.getUint32(at)
    return Number(this.#view.getBigUint64(at))
  }

  #text(length: number): string {
    const { buffer, byteOffset } = this.#view
    return decoder.decode(new Uint8Array(buffer, byteOffset + this.#skip(length), length))
  }

  #list(length: number): unknown[] {
    const list: unknown[] = []
    for (let index = 0; index < length; index++) list.push(this.value())
    return list
  }

  #map(length: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    for (let index = 0; index < length; index++) entries.push([String(this.value()), this.value()])
    return Object.fromEntries(entries)
  }

  #extension(length: number): unknown {
    const type = this.#view.getInt8(this.#skip(1))
    const at = this.#skip(length)
    if (type !== -1) return null
    if (length === 4) return instant(this.#view.getUint32(at), 0)
    if (length === 8) {
      const both = this.#view.getBigUint64(at)
      return instant(Number(both & 0x3_ffff_ffffn), Number(both >> 34n))
    }
    if (length === 12) return instant(Number(this.#view.getBigInt64(at + 4)), this.#view.getUint32(at))
    return null
  }
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

function instant(seconds: number, nanoseconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}.${String(nanoseconds).padStart(9, '0')}Z`
}

function write(bytes: number[], value: Packable): void {
  if (value === null) bytes.push(0xc0)
  else if (typeof value === 'boolean') bytes.push(value ? 0xc3 : 0xc2)
  else if (typeof value === 'string') {
    const text = encoder.encode(value)
    writeHead(bytes, text.length, { short: 0xa0, shorterThan: 32, long: 0xdb })
    bytes.push(...text)
  } else if (typeof value === 'number') writeNumber(bytes, value)
  else if (isList(value)) {
    writeHead(bytes, value.length, { short: 0x90, shorterThan: 16, long: 0xdd })
    for (const item of value) write(bytes, item)
  } else {
    const entries = Object.entries(value)
    writeHead(bytes, entries.length, { short: 0x80, shorterThan: 16, long: 0xdf })
    for (const [key, field] of entries) {
      write(bytes, key)
      write(bytes, field)
    }
  }
}

function isList(value: object): value is readonly Packable[] {
  return Array.isArray(value)
}

type Head = { short: number; shorterThan: number; long: number }

function writeHead(bytes: number[], length: number, { short, shorterThan, long }: Head): void {
  if (length < shorterThan) bytes.push(short | length)
  else bytes.push(long, ...bytesOf(4, (view) => view.setUint32(0, length)))
}

function writeNumber(bytes: number[], value: number): void {
  if (Object.is(value, value | 0)) bytes.push(0xd2, ...bytesOf(4, (view) => view.setInt32(0, value)))
  else bytes.push(0xcb, ...bytesOf(8, (view) => view.setFloat64(0, value)))
}

function bytesOf(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}
