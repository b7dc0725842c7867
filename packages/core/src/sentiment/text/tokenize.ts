import { createToken, type Token, type TokenKind } from './token.ts'
import { appendUnit, codes, currencies } from './units.ts'

const marks: Readonly<Record<string, TokenKind>> = {
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  ';': 'stop',
  ':': 'stop',
  ',': 'comma',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
}

/** Letters of every script; punctuation, arrows and symbols from U+2000 to U+2BFF and surrogates are not. */
const letter = 'a-zA-Z\\u00c0-\\u1fff\\u2c00-\\u2fff\\u3005-\\ud7ff'

const word = `[${letter}][${letter}\\d]*(?:['’][${letter}][${letter}\\d]*){0,3}`

/**
 * What a text is made of, in lower case: a word or link, a signed or plain number with the letters that follow it, or
 * else a cashtag, an emoji or a mark. No two branches can share out the same characters in different ways, so that
 * matching is linear; groups repeat a bounded number of times, so that no text exhausts the stack.
 */
const pattern = /* @__PURE__ */ new RegExp(
  [
    // "EUR21.1m" is an amount, "Q2" a name; the full stop of "vs." ends no sentence, those of "U.S." neither.
    `((?:https?|www)(?![${letter}\\d])\\S*|(?:${codes.replaceAll(' ', '|')})(?=\\d)|(?:vs|est|inc|corp|co|ltd|no)\\.(?= )|(?:[${letter}]\\.){2,9}|(?:[${letter}]\\.)?${word})`,
    // "20 % -40 %" is a range, "2019-2020" another: a sign follows a space, and that no number.
    `(?:(?<=^|[\\s(])(?<![\\d%]\\s)([+\\u2212-])\\$?)?(\\.?\\d+(?:(?:[,.]| \\.)\\d+){0,9})([${letter}]*)`,
    `\\$[${letter}](?:[${letter}.]*[${letter}])?|[\\ud800-\\udbff][\\udc00-\\udfff]|\\S`,
  ].join('|'),
  'g',
)

const blank = 32

/**
 * Splits text into tokens in one pass. A hyphen separates words, so "better-than-expected" and "better than expected"
 * read the same.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lower = toLowerSameLength(text)
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && isPlain(lower.charCodeAt(end))) end++
    if (end > start && (end === text.length || lower.charCodeAt(end) === blank)) {
      readWord(tokens, text, start, end, lower.slice(start, end))
    } else {
      pattern.lastIndex = start
      const match = pattern.exec(lower)
      if (!match) break
      const [found, name, sign, digits, suffix = ''] = match
      start = match.index
      end = start + found.length
      if (name) readName(tokens, text, start, end, name)
      else if (digits) readQuantity(tokens, start, end, sign, digits, suffix)
      else readMark(tokens, start, end, found, lower)
    }
    start = end
    while (start < text.length && lower.charCodeAt(start) === blank) start++
  }
  return tokens
}

/** Most words are nothing but these letters before a blank, and need no pattern. */
function isPlain(code: number): boolean {
  return code >= 97 && code <= 122
}

/** `toLowerCase` unless it would move offsets, as it does for a few letters such as `İ`. */
function toLowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (capital) => capital.toLowerCase())
}

function push(tokens: Token[], ...parts: Parameters<typeof createToken>): void {
  tokens.push(createToken(...parts))
}

function readName(tokens: Token[], text: string, start: number, end: number, found: string): void {
  if (/^(?:https?|www)[^a-z]/.test(found)) {
    push(tokens, 'link', start, end, '')
    return
  }
  let name = found.replace('’', "'")
  if (name.endsWith("'s")) name = name.slice(0, -2)
  // "Vs." is "vs"; "u.s." stays.
  else if (name.indexOf('.') === name.length - 1) name = name.slice(0, -1)
  readWord(tokens, text, start, end, name)
}

function readWord(tokens: Token[], text: string, start: number, end: number, word: string): void {
  const previous = tokens[tokens.length - 1]
  if (previous?.kind === 'quantity' && (previous.end >= start - 1 || previous.unit === '')) {
    if (appendUnit(previous, word, end)) return
  }
  push(tokens, 'word', start, end, word, text.charCodeAt(start) !== word.charCodeAt(0))
}

function readQuantity(
  tokens: Token[],
  start: number,
  end: number,
  sign: string | undefined,
  digits: string,
  suffix: string,
): void {
  const token = createToken('quantity', start, end, digits)
  if (sign) token.sign = sign === '+' ? 1 : -1
  // "1.2.3" is no number.
  token.value = parseNumber(digits.slice(0, 40)) || 0
  const previous = tokens[tokens.length - 1]
  const currency = previous && currencies.has(previous.text) && start - previous.end <= 1
  if (currency) token.unit = previous.text
  if (suffix !== '' && !appendUnit(token, suffix, end)) {
    // "3D", "5G", "4th": a name, not an amount.
    push(tokens, 'word', start, end, digits + suffix)
    return
  }
  if (currency) {
    token.start = previous.start
    tokens.pop()
  }
  tokens.push(token)
}

/** Reads `1,234.5` and, where no dot follows and the group is not of three digits, `13,9` as a decimal comma. */
function parseNumber(digits: string): number {
  const comma = digits.lastIndexOf(',')
  const isDecimal = comma >= 0 && digits.indexOf('.') < 0 && digits.length - comma !== 4
  return Number((isDecimal ? digits.replace(',', '.') : digits).replace(/[, ]/g, ''))
}

function readMark(tokens: Token[], start: number, end: number, mark: string, text: string): void {
  const previous = tokens[tokens.length - 1]
  const kind = marks[mark]
  if (mark.length > 1 && mark.startsWith('$'))
    push(tokens, 'cashtag', start, end, mark.slice(1).toUpperCase())
  else if (mark === '%' && previous?.kind === 'quantity') appendUnit(previous, mark, end)
  else if (mark === '—' || mark === '–' || (mark === '-' && /\s/.test(text.charAt(start - 1))))
    push(tokens, 'stop', start, end, '-')
  else if (kind) push(tokens, kind, start, end, mark)
  else if (currencies.has(mark) || mark >= '\u2190') push(tokens, 'symbol', start, end, mark)
}
