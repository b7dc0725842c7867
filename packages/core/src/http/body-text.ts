/**
 * The text of a body. It is UTF-8, as JSON must be; markup that is not may say what it is in a byte order mark, in the
 * `content-type` or in its XML declaration. Bytes that read as UTF-8 are UTF-8 whatever is declared: declarations lie.
 */
export function bodyText(chunks: readonly Uint8Array[], contentType: string | null): string {
  const utf8 = decode(chunks, 'utf-8')
  // A NUL is in no text, and in every other byte of markup in UTF-16.
  if (!utf8.includes('\ufffd') && !utf8.startsWith('<\0') && !utf8.startsWith('\0<')) return utf8
  const [first, second] = chunks.find(({ length }) => length > 1) ?? []
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return decode(chunks, 'utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return decode(chunks, 'utf-16be')
  const declared =
    /^\s*<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})/.exec(utf8.slice(0, 300)) ??
    /charset=["']?([\w.:-]{1,40})/i.exec(contentType ?? '')
  try {
    return declared?.[1] ? decode(chunks, declared[1]) : utf8
  } catch {
    // A name that nobody knows.
    return utf8
  }
}

function decode(chunks: readonly Uint8Array[], encoding: string): string {
  const decoder = new TextDecoder(encoding)
  let text = ''
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
