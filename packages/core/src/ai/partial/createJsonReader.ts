import { ValidationError } from '../../errors/index.ts'

/** Reads a JSON text that arrives in pieces. */
export type JsonReader = {
  /**
   * Takes the next piece, in time linear in its length.
   *
   * @returns What is known so far: containers as soon as they open, members once their value is whole. So a value that
   * was seen never changes, it only gains members. The same object grows with every call; copy it to keep it.
   * @throws {ValidationError} the text cannot be JSON whatever follows; `path` is the offset
   */
  push(piece: string): unknown
  /** True once a whole JSON value was read. */
  readonly complete: boolean
}

type Container = { members: unknown[] | Record<string, unknown>; key: string | undefined }

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

/**
 * @example
 * createJsonReader().push('{"a":[1,2') // { a: [1] }
 */
export function createJsonReader(): JsonReader {
  let state: State = 'value'
  let root: unknown
  const stack: Container[] = []
  // Raw text of the string or literal that is open, without its opening quote.
  let raw = ''
  let escaped = false
  let stringIsKey = false
  let offset = 0

  function refuse(expected: string, character: string): never {
    throw new ValidationError({ path: `offset ${offset}`, expected, got: JSON.stringify(character) })
  }

  function place(value: unknown): void {
    const parent = stack.at(-1)
    if (!parent) root = value
    else if (Array.isArray(parent.members)) parent.members.push(value)
    else if (parent.key !== undefined) {
      // A plain assignment to `__proto__` would set the prototype instead of a member.
      Object.defineProperty(parent.members, parent.key, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
  }

  function afterValue(): State {
    return stack.length === 0 ? 'end' : 'comma-or-end'
  }

  function open(members: unknown[] | Record<string, unknown>, next: State): State {
    if (stack.length === deepest) refuse(`at most ${deepest} levels`, Array.isArray(members) ? '[' : '{')
    place(members)
    stack.push({ members, key: undefined })
    return next
  }

  function close(character: string): State {
    const container = stack.pop()
    if (!container || Array.isArray(container.members) !== (character === ']'))
      refuse('the matching bracket', character)
    return afterValue()
  }

  function closeString(): State {
    const value = decode(`"${raw}"`)
    raw = ''
    const parent = stack.at(-1)
    if (stringIsKey && parent) {
      parent.key = String(value)
      return 'colon'
    }
    place(value)
    return afterValue()
  }

  function decode(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      return refuse('a JSON value', text.slice(0, 40))
    }
  }

  function startValue(character: string): State {
    if (character === '{') return open({}, 'first-key-or-end')
    if (character === '[') return open([], 'first-value-or-end')
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
        return Array.isArray(stack.at(-1)?.members) ? 'value' : 'key'
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
          place(decode(raw))
          raw = ''
          state = afterValue()
        }
        if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t')
          state = step(character)
        offset++
      }
      return root
    },
    get complete() {
      return state === 'end'
    },
  }
}
