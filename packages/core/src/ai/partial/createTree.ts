import type { JsonEvents, JsonPrimitive } from './createJsonScanner.ts'

type Container = { members: unknown[] | Record<string, unknown>; key: string }

/** Builds a value from what a scanner tells; `root` grows as it does. */
export type Tree = JsonEvents & {
  readonly root: unknown
  /** How many containers are open. */
  readonly depth: number
}

export function createTree(): Tree {
  let root: unknown
  const stack: Container[] = []

  function place(value: unknown): void {
    const parent = stack.at(-1)
    if (!parent) root = value
    else if (Array.isArray(parent.members)) parent.members.push(value)
    // Of two members of one name the first stands: what was seen never changes.
    else if (!Object.hasOwn(parent.members, parent.key)) setMember(parent.members, parent.key, value)
  }

  return {
    open(isArray) {
      const members = isArray ? [] : {}
      place(members)
      stack.push({ members, key: '' })
    },
    key(name) {
      const parent = stack.at(-1)
      if (parent) parent.key = name
    },
    value: (value: JsonPrimitive) => place(value),
    close() {
      stack.pop()
    },
    get root() {
      return root
    },
    get depth() {
      return stack.length
    },
  }
}

/** A plain assignment to `__proto__` would set the prototype instead of a member. */
export function setMember(members: object, key: string, value: unknown): void {
  Object.defineProperty(members, key, { value, writable: true, enumerable: true, configurable: true })
}
