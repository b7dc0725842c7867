import { nothing } from '../lexicon/entry.ts'
import type { Token, TokenKind } from './token.ts'

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mm: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  trillion: 1e12,
  tn: 1e12,
}

/** Their full stop ends no sentence. */
const abbreviations = /* @__PURE__ */ new Set('vs est inc corp co ltd no'.split(' '))

const percents = new Set(['%', 'pct', 'percent', 'pc', 'percentage'])
const currencies = new Set(
  '$ € £ ¥ ₹ eur usd gbp sek nok dkk chf jpy cny inr rs rmb cad aud hkd euro euros dollar dollars pound pounds pence cents yen p c'.split(
    ' ',
  ),
)

/**
 * Splits text into tokens in one pass, each character looked at a bounded number of times. A hyphen separates words,
 * so "better-than-expected" and "better than expected" read the same.
 */
export function tokenize(text: string): Token[] {
  const lower = toLowerSameLength(text)
  const tokens: Token[] = []
  const length = text.length
  let position = 0

  while (position < length) {
    const code = text.charCodeAt(position)
    const start = position
    if (code <= 32 || code === 0xa0) {
      position++
    } else if (isLetter(code)) {
      position = readWord(text, lower, start, tokens)
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)))) {
      position = readQuantity(text, lower, start, 0, tokens)
    } else if ((code === 43 || code === 45 || code === 0x2212) && startsNumber(text, start)) {
      const money = isDigit(text.charCodeAt(start + 1)) ? 1 : 2
      position = readQuantity(text, lower, start + money, code === 43 ? 1 : -1, tokens)
    } else if (code === 36 && isLetter(text.charCodeAt(start + 1))) {
      position = readCashtag(text, start, tokens)
    } else {
      position = readMark(text, lower, start, code, tokens)
    }
  }
  return tokens
}

/** `toLowerCase` unless it would move offsets, as it does for a few letters such as `İ`. */
function toLowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  // Letters of every script; punctuation, arrows and symbols from U+2000 to U+2BFF and surrogates are not.
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x3004) &&
    code < 0xd800
  )
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}

function startsNumber(text: string, start: number): boolean {
  const before = start === 0 ? 32 : text.charCodeAt(start - 1)
  if (before > 32 && before !== 40) return false
  // "20 % -40 %" is a range.
  const further = text.charCodeAt(start - 2)
  if (isDigit(further) || further === 37) return false
  const next = text.charCodeAt(start + 1)
  return isDigit(next) || (next === 36 && isDigit(text.charCodeAt(start + 2)))
}

function push(
  tokens: Token[],
  kind: TokenKind,
  start: number,
  end: number,
  text: string,
  capital = false,
): Token {
  const token: Token = {
    kind,
    start,
    end,
    text,
    capital,
    value: 0,
    unit: '',
    sign: 0,
    entity: -1,
    entry: nothing,
  }
  tokens.push(token)
  return token
}

function readWord(text: string, lower: string, start: number, tokens: Token[]): number {
  let end = start + 1
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (isLetter(code)) continue
    // "EUR21.1m" is an amount, "Q2" is a name.
    if (isDigit(code) && !(end - start <= 3 && currencies.has(lower.slice(start, end)))) continue
    if (isApostrophe(code) && isLetter(text.charCodeAt(end + 1))) continue
    // "U.S.", "St.James": a single full stop inside initials keeps the word together.
    if (code === 46 && end - start === 1 && isLetter(text.charCodeAt(end + 1))) continue
    if (code === 46 && text.charCodeAt(end - 2) === 46) continue
    break
  }
  let word = lower.slice(start, end)
  if (word === 'http' || word === 'https' || word === 'www') {
    return readLink(text, start, tokens)
  }
  if (word.indexOf('’') >= 0) word = word.replace(/’/g, "'")
  const tail = word.length - 2
  if (tail > 0 && word.charCodeAt(tail) === 39 && word.charCodeAt(tail + 1) === 115)
    word = word.slice(0, tail)
  const previous = tokens[tokens.length - 1]
  if (previous?.kind === 'quantity' && (previous.end >= start - 1 || previous.unit === '')) {
    if (appendUnit(previous, word, end)) return end
  }
  const first = text.charCodeAt(start)
  push(tokens, 'word', start, end, word, first !== lower.charCodeAt(start))
  return abbreviations.has(word) && text.startsWith('. ', end) ? end + 1 : end
}

function readLink(text: string, start: number, tokens: Token[]): number {
  let end = start
  while (end < text.length && text.charCodeAt(end) > 32) end++
  push(tokens, 'link', start, end, '')
  return end
}

function readCashtag(text: string, start: number, tokens: Token[]): number {
  let end = start + 1
  while (end < text.length && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 46)) end++
  if (text.charCodeAt(end - 1) === 46) end--
  push(tokens, 'cashtag', start, end, text.slice(start + 1, end).toUpperCase())
  return end
}

function readQuantity(text: string, lower: string, start: number, sign: number, tokens: Token[]): number {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (isDigit(code)) continue
    if ((code === 44 || code === 46) && isDigit(text.charCodeAt(end + 1))) continue
    // Some feeds split "6.5" into "6 .5".
    if (code === 32 && text.charCodeAt(end + 1) === 46 && isDigit(text.charCodeAt(end + 2))) continue
    break
  }
  const digits = text.slice(start, Math.min(end, start + 40))
  let tail = end
  while (tail < text.length && isLetter(text.charCodeAt(tail))) tail++
  const suffix = lower.slice(end, tail)
  if (suffix !== '' && scales[suffix] === undefined && !percents.has(suffix) && !currencies.has(suffix)) {
    // "3D", "5G", "4th": a name, not an amount.
    push(tokens, 'word', start, tail, lower.slice(start, tail))
    return tail
  }
  const previous = tokens[tokens.length - 1]
  const token = push(tokens, 'quantity', sign === 0 ? start : start - 1, end, digits)
  token.sign = sign
  // "1.2.3" is no number.
  token.value = parseNumber(digits) || 0
  if (previous && currencies.has(previous.text) && start - previous.end <= 1) {
    token.unit = previous.text
    token.start = previous.start
    tokens.splice(tokens.length - 2, 1)
  }
  if (suffix !== '') appendUnit(token, suffix, tail)
  return tail
}

/** Reads `1,234.5` and, where no dot follows and the group is not of three digits, `13,9` as a decimal comma. */
function parseNumber(digits: string): number {
  const comma = digits.lastIndexOf(',')
  if (comma >= 0 && digits.indexOf('.') < 0 && digits.length - comma !== 4) {
    return Number(digits.replace(',', '.').replace(/,/g, ''))
  }
  return Number(digits.replace(/[, ]/g, ''))
}

function appendUnit(token: Token, word: string, end: number): boolean {
  const scale = scales[word]
  if (scale !== undefined) {
    // "5 m" may be metres, but a scale is the likelier reading beside prices.
    token.value *= scale
  } else if (percents.has(word)) {
    token.unit = '%'
  } else if (currencies.has(word)) {
    if (token.unit === '') token.unit = word
  } else {
    return false
  }
  token.end = end
  return true
}

function readMark(text: string, lower: string, start: number, code: number, tokens: Token[]): number {
  const end = start + 1
  const previous = tokens[tokens.length - 1]
  if (code === 37) {
    if (previous?.kind === 'quantity' && appendUnit(previous, '%', end)) return end
  } else if ('.!?;:'.includes(lower.charAt(start))) {
    push(tokens, 'stop', start, end, lower.charAt(start))
  } else if (code === 44) {
    push(tokens, 'comma', start, end, ',')
  } else if (code === 40 || code === 91) {
    push(tokens, 'open', start, end, '(')
  } else if (code === 41 || code === 93) {
    push(tokens, 'close', start, end, ')')
  } else if (code === 0x2014 || code === 0x2013 || (code === 45 && text.charCodeAt(start - 1) <= 32)) {
    push(tokens, 'stop', start, end, '-')
  } else if (currencies.has(lower.charAt(start))) {
    push(tokens, 'symbol', start, end, lower.charAt(start))
  } else if (code >= 0x2190) {
    const pair = code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text.charCodeAt(start + 1))
    const stop = pair ? start + 2 : end
    push(tokens, 'symbol', start, stop, text.slice(start, stop))
    return stop
  }
  return end
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
