/** What an ECS line says by its frame, which a person at a terminal does not need. */
const frame =
  /^(?:@timestamp|log\.level|message|ecs\.version|service\.(?:name|version)|process\.pid|host\.hostname|trace\.id|http\.(?!request\.id).*|event\..*|error)$/

/** One line for people: the time of day in UTC, the level, the message, and the facts; an error's stack is set in below. */
export function plainLine(entry: Readonly<Record<string, unknown>>): string {
  const level = String(entry['log.level']).toUpperCase().padEnd(5)
  const time = String(entry['@timestamp']).slice(11, 23)
  const facts = Object.entries(entry).flatMap(([name, value]) =>
    frame.test(name) ? [] : textsOf(name, value),
  )
  const line = [time, level, printable(String(entry.message ?? '')), ...facts].join(' ')
  const stack = stackOf(entry.error)
  return stack === undefined ? `${line}\n` : `${line}\n${printable(stack, '\n').replace(/^/gm, '    ')}\n`
}

function textsOf(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'object' && !Array.isArray(value))
    // The last part of a name says enough: `http.response.status_code` is `status_code`.
    return Object.entries(value).flatMap(([inner, fact]) => textsOf(inner, fact))
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return [`${name.split('.').at(-1)}=${/[\s"=]/.test(text) ? JSON.stringify(text) : printable(text)}`]
}

function stackOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const stack = 'stack_trace' in error ? error.stack_trace : 'message' in error ? error.message : undefined
  return typeof stack === 'string' ? stack : undefined
}

/** Without the characters that begin a line of their own or tell a terminal what to do: what is logged may be a stranger's text. */
function printable(text: string, but = ''): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === but ? character : ' '))
}
