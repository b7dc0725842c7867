import { StarkMatterError } from '../../errors/index.ts'
import { createJsonReader } from '../partial/createJsonReader.ts'

/** The JSON value at the beginning of a text, as far as it can be read; `undefined` when there is none. */
export function parseLoosely(text: string): unknown {
  const reader = createJsonReader()
  let value: unknown
  try {
    // In pieces, so that what stands before the first fault is kept.
    for (const piece of text.match(/[^,}\]]*[,}\]]?/g) ?? []) value = reader.push(piece)
  } catch (error) {
    if (!StarkMatterError.is(error)) throw error
  }
  return value
}

/** Whether a text is one whole JSON value. */
export function isWholeJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
