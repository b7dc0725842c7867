/**
 * Marks a text that stands for a JSON number. U+0001 cannot start a string of a valid JSON text unescaped,
 * and no vendor escapes it, so a marked number is never mistaken for text.
 */
const mark = '\u0001'

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/**
 * Parses JSON without rounding: every number arrives as its own digits, marked. Read it with `digitsOf`.
 *
 * @param text - Well-formed JSON; check it with `JSON.parse` first, which gives the better error.
 * @example
 * digitsOf(parseExactJson('1651179319310617299')) // '1651179319310617299'
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(
    text.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"\\u0001${token}"`)),
  )
}

/** The digits of a number, as sent where it comes from `parseExactJson`; `undefined` for anything else. */
export function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith(mark) ? value.slice(1) : undefined
  return typeof value === 'number' ? String(value) : undefined
}
