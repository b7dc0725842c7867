/**
 * The text of a body. It is UTF-8, as JSON must be; markup that is not may say what it is in a byte order mark, in the
 * `content-type` or in its XML declaration. Bytes that read as UTF-8 are UTF-8 whatever is declared: declarations lie.
 * Markup of which no letter beyond ASCII reads as UTF-8, and that declares nothing else, is what most editors write:
 * Windows-1252.
 */
export function bodyText(chunks: readonly Uint8Array[], contentType: string | null): string {
  const utf8 = decode(chunks, 'utf-8')
  // A NUL is in no text, and in every other byte of ASCII in UTF-16.
  if (!utf8.includes('\ufffd') && !utf8.slice(0, 2).includes('\0')) return utf8
  const [first = 0, second = 0] = chunks.flatMap((chunk) => [...chunk.subarray(0, 2)])
  if ((first === 0xff && second === 0xfe) || second === 0) return decode(chunks, 'utf-16le')
  if ((first === 0xfe && second === 0xff) || first === 0) return decode(chunks, 'utf-16be')
  const [, declared] =
    /^\s*<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})/.exec(utf8.slice(0, 300)) ??
    /charset=["']?([\w.:-]{1,40})/i.exec(contentType ?? '') ??
    []
  try {
    // It is neither of UTF-8 and UTF-16, as was just seen.
    if (declared && !/^utf-?(?:8|16)/i.test(declared)) return decode(chunks, declared)
  } catch {
    // A name that nobody knows.
  }
  const isWindows = /^\s*</.test(utf8) && !/[^\0-\x7f\ufffd]/.test(utf8)
  return isWindows ? decode(chunks, 'windows-1252') : utf8
}

function decode(chunks: readonly Uint8Array[], encoding: string): string {
  const decoder = new TextDecoder(encoding)
  let text = ''
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
