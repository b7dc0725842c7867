import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HttpResponse, isJsonObject } from '../provider/index.ts'

/** A recorded answer of a vendor, kept outside the project because it belongs to the vendor. */
export type Recording = {
  name: string
  endpoint: string
  url: URL
  response: HttpResponse
}

const folder = fileURLToPath(new URL('../../../../../shared/fixtures', import.meta.url))

/** Whether recordings lie beside the repository. Says so once where they do not. */
export const hasRecordings = existsSync(folder)
if (!hasRecordings) console.log('../shared/fixtures is absent: recorded payloads are not tested.')

/** One recording as it is: frames of a socket, a table, a list of examples. */
export function readRecording(name: string): unknown {
  return hasRecordings ? JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) : undefined
}

/** All recorded HTTP answers of one vendor. */
export function readRecordings(provider: string): Recording[] {
  if (!hasRecordings) return []
  const index: unknown = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))
  const endpoints = new Map<string, string>()
  if (isJsonObject(index) && Array.isArray(index.fixtures)) {
    for (const fixture of index.fixtures) {
      if (isJsonObject(fixture)) endpoints.set(String(fixture.file), String(fixture.endpoint))
    }
  }
  return readdirSync(`${folder}/${provider}`)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const name = `${provider}/${file}`
      return toRecordings(name, endpoints.get(name) ?? '', readFileSync(`${folder}/${name}`, 'utf8'))
    })
}

/** What a venue sent over its socket, as text. */
export type FrameRecording = { name: string; frames: readonly string[] }

/** All recorded socket frames of one vendor, in the order they came. */
export function readFrameRecordings(provider: string): FrameRecording[] {
  if (!hasRecordings) return []
  return readdirSync(`${folder}/${provider}`)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const recording: unknown = JSON.parse(readFileSync(`${folder}/${provider}/${file}`, 'utf8'))
      if (!isJsonObject(recording) || !Array.isArray(recording.frames)) return []
      const received = recording.frames.flatMap((frame: unknown) =>
        isJsonObject(frame) && frame.dir === 'in' ? [JSON.stringify(frame.json)] : [],
      )
      return [{ name: `${provider}/${file}`, frames: received }]
    })
}

function toRecordings(name: string, endpoint: string, text: string): Recording[] {
  const file: unknown = JSON.parse(text)
  if (!isJsonObject(file)) return []
  const { request, response, examples, base } = file
  if (isJsonObject(response)) {
    // Some recordings are of the answer alone.
    const url = new URL(isJsonObject(request) ? String(request.url) : 'about:blank')
    return [{ name, endpoint, url, response: toResponse(response) }]
  }
  if (!isJsonObject(examples)) return []
  return Object.entries(examples).map(([title, json]) => {
    const path = title.split(' ')[1] ?? ''
    return {
      name: `${name} ${title}`,
      endpoint: path,
      url: new URL(`${base}${path}`),
      response: toResponse({ status: 200, json }),
    }
  })
}

function toResponse({ status, headers, json, text }: Readonly<Record<string, unknown>>): HttpResponse {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(isJsonObject(headers) ? headers : {})) {
    for (const one of Array.isArray(value) ? value : [value]) pairs.push([name, String(one)])
  }
  const body = json === undefined ? String(text ?? '') : JSON.stringify(json)
  return new HttpResponse({ status: Number(status), headers: pairs, text: body })
}
