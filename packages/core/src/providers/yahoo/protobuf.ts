/** How a field is written: a number without and with a sign, a 32-bit and a 64-bit float, a text. */
export type FieldType = 'int' | 'sint' | 'float' | 'double' | 'text'

export type FieldTable = Readonly<Record<number, readonly [name: string, type: FieldType]>>

/** By the names of a table; what a message does not carry is absent. */
export type Message = Readonly<Record<string, number | string>>

const wireTypes: Readonly<Record<FieldType, number>> = { int: 0, sint: 0, double: 1, text: 2, float: 5 }
const texts = new TextDecoder('utf-8', { fatal: true })

/**
 * Decodes one message of Protocol Buffers, as far as a table names its fields; other fields are passed over. Whole numbers
 * are exact up to 2^53.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 * @throws {RangeError} the bytes are no such message: cut short, or a field written otherwise than the table says
 * @example
 * decodeMessage(Uint8Array.of(8, 150, 1), { 1: ['count', 'int'] }) // { count: 150 }
 */
export function decodeMessage(bytes: Uint8Array, table: FieldTable): Message {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const message: Record<string, number | string> = {}
  let at = 0

  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = view.getUint8(at++)
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      if (scale > 2 ** 56) throw new RangeError('a number of more than ten bytes')
    }
  }
  const skip = (length: number): number => {
    const from = at
    at += length
    if (at > bytes.length) throw new RangeError('a field that goes beyond the message')
    return from
  }
  const read = (type: FieldType): number | string => {
    switch (type) {
      case 'int':
        return varint()
      case 'sint': {
        const zigzag = varint()
        return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
      }
      case 'float':
        return view.getFloat32(skip(4), true)
      case 'double':
        return view.getFloat64(skip(8), true)
      case 'text': {
        const length = varint()
        const from = skip(length)
        return texts.decode(bytes.subarray(from, from + length))
      }
    }
  }

  while (at < bytes.length) {
    const key = varint()
    const wireType = key % 8
    const field = table[Math.floor(key / 8)]
    if (field) {
      const [name, type] = field
      if (wireTypes[type] !== wireType) throw new RangeError(`${name} written as type ${wireType}`)
      message[name] = read(type)
    } else if (wireType === 0) varint()
    else if (wireType === 1) skip(8)
    else if (wireType === 2) skip(varint())
    else if (wireType === 5) skip(4)
    else throw new RangeError(`a field of the unknown type ${wireType}`)
  }
  return message
}
