import { BadRequestError } from '../errors/index.ts'
import { isJsonObject } from '../provider/index.ts'

/** Text as it came, or bytes in base64. */
export type Payload = { text: string } | { base64: string }

/** What one line of a recording says. `t` is ms UTC by the session's clock; numbers tell requests and sockets apart. */
export type Line =
  | { t: number; recording: 1; seed: number }
  /** The client asked. */
  | { t: number; request: number; method: string; url: string }
  | ({ t: number; response: number; status: number; headers: Readonly<Record<string, string>> } & Payload)
  | { t: number; failure: number; message: string }
  /** The client opened a socket. */
  | { t: number; connect: number; url: string }
  | { t: number; open: number }
  | ({ t: number; frame: number } & Payload)
  | { t: number; end: number; error: boolean }

/** A line as a text without its end. */
export function writeLine(line: Line): string {
  return JSON.stringify(line)
}

/**
 * The lines of a recording.
 *
 * @throws {BadRequestError} it is none
 */
export function readLines(recording: string): readonly Line[] {
  const lines = recording
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map(readLine)
  if (!lines[0] || !('recording' in lines[0])) throw notARecording('its first line does not say so')
  return lines
}

function readLine(text: string, index: number): Line {
  const line = parse(text)
  if (!isLine(line)) throw notARecording(`line ${index + 1} is none of one`)
  return line
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const kinds = ['recording', 'request', 'response', 'failure', 'connect', 'open', 'frame', 'end']

/** Told apart by its kind; the rest was written by `writeLine`. */
function isLine(value: unknown): value is Line {
  return isJsonObject(value) && typeof value.t === 'number' && kinds.some((kind) => kind in value)
}

function notARecording(reason: string): BadRequestError {
  return new BadRequestError(`This is not a recording: ${reason}. Record one with recordTransport.`, {
    parameter: 'recording',
  })
}

/** Bytes as text where they are UTF-8, else in base64. */
export function toPayload(data: string | Uint8Array): Payload {
  if (typeof data === 'string') return { text: data }
  try {
    // The byte order mark is a part of it.
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data) }
  } catch {
    return toBase64(data)
  }
}

/** Bytes that must come back as bytes. */
export function toBase64(data: Uint8Array): Payload {
  let letters = ''
  for (const byte of data) letters += String.fromCharCode(byte)
  return { base64: btoa(letters) }
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
