import { ValidationError } from '../../errors/index.ts'

export type JsonPrimitive = string | number | boolean | null

/** Hears what a scanner finds, in order. A value is told once it is whole. */
export type JsonEvents = {
  open(isArray: boolean): void
  /** The name of the member whose value follows. */
  key(name: string): void
  value(value: JsonPrimitive): void
  close(): void
}

/** Takes a JSON text apart as it arrives in pieces. */
export type JsonScanner = {
  /**
   * Takes the next piece, in time linear in its length.
   *
   * @throws {ValidationError} the text cannot be JSON whatever follows; `path` is the offset
   */
  push(piece: string): void
  /** True once a whole JSON value was read. */
  readonly complete: boolean
}

// What may come next, apart from white space.
type State =
  | 'value'
  | 'first-value-or-end'
  | 'key'
  | 'first-key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'string'
  | 'literal'
  | 'end'

// Longer than any number or keyword that a report holds: a bound on what is kept of an open literal.
const longestLiteral = 400
const deepest = 64

/** Tells what stands in a JSON text, without keeping it. */
export function createJsonScanner(events: JsonEvents): JsonScanner {
  let state: State = 'value'
  // Whether each open container is an array.
  const stack: boolean[] = []
  // Raw text of the string or literal that is open, without its opening quote.
  let raw = ''
  let escaped = false
  let stringIsKey = false
  let offset = 0

  function refuse(expected: string, character: string): never {
    throw new ValidationError({ path: `offset ${offset}`, expected, got: JSON.stringify(character) })
  }

  function afterValue(): State {
    return stack.length === 0 ? 'end' : 'comma-or-end'
  }

  function open(isArray: boolean): State {
    if (stack.length === deepest) refuse(`at most ${deepest} levels`, isArray ? '[' : '{')
    events.open(isArray)
    stack.push(isArray)
    return isArray ? 'first-value-or-end' : 'first-key-or-end'
  }

  function close(character: string): State {
    if (stack.pop() !== (character === ']')) refuse('the matching bracket', character)
    events.close()
    return afterValue()
  }

  function closeString(): State {
    const value = decode(`"${raw}"`)
    raw = ''
    if (stringIsKey) {
      events.key(String(value))
      return 'colon'
    }
    events.value(value)
    return afterValue()
  }

  function decode(text: string): JsonPrimitive {
    try {
      return JSON.parse(text)
    } catch {
      return refuse('a JSON value', text.slice(0, 40))
    }
  }

  function startValue(character: string): State {
    if (character === '{' || character === '[') return open(character === '[')
    if (character === '"') {
      stringIsKey = false
      return 'string'
    }
    if (!/[-\dtfn]/.test(character)) refuse('a value', character)
    raw = character
    return 'literal'
  }

  /** Steps over one character that is not part of a string or a literal. */
  function step(character: string): State {
    switch (state) {
      case 'value':
        return startValue(character)
      case 'first-value-or-end':
        return character === ']' ? close(character) : startValue(character)
      case 'first-key-or-end':
        if (character === '}') return close(character)
        if (character !== '"') refuse('a key', character)
        stringIsKey = true
        return 'string'
      case 'key':
        if (character !== '"') refuse('a key', character)
        stringIsKey = true
        return 'string'
      case 'colon':
        return character === ':' ? 'value' : refuse('a colon', character)
      case 'comma-or-end':
        if (character === '}' || character === ']') return close(character)
        if (character !== ',') refuse('a comma or a closing bracket', character)
        return stack.at(-1) ? 'value' : 'key'
      default:
        return refuse('nothing more', character)
    }
  }

  return {
    push(piece) {
      for (let i = 0; i < piece.length; i++) {
        const character = piece.charAt(i)
        if (state === 'string') {
          // Runs without an escape or a quote are taken at once.
          if (!escaped) {
            const from = i
            while (i < piece.length && piece.charAt(i) !== '"' && piece.charAt(i) !== '\\') i++
            raw += piece.slice(from, i)
            offset += i - from
            if (i === piece.length) break
          }
          const mark = piece.charAt(i)
          offset++
          if (!escaped && mark === '"') state = closeString()
          else {
            raw += mark
            escaped = !escaped && mark === '\\'
          }
          continue
        }
        if (state === 'literal') {
          if (/[\w.+-]/.test(character)) {
            raw += character
            offset++
            if (raw.length > longestLiteral) refuse('a shorter literal', raw.slice(0, 40))
            continue
          }
          events.value(decode(raw))
          raw = ''
          state = afterValue()
        }
        if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t')
          state = step(character)
        offset++
      }
    },
    get complete() {
      return state === 'end'
    },
  }
}
