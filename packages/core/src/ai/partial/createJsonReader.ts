import { createJsonScanner } from './createJsonScanner.ts'
import { createTree } from './createTree.ts'

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

/**
 * @example
 * createJsonReader().push('{"a":[1,2') // { a: [1] }
 */
export function createJsonReader(): JsonReader {
  const tree = createTree()
  const scanner = createJsonScanner(tree)
  return {
    push(piece) {
      scanner.push(piece)
      return tree.root
    },
    get complete() {
      return scanner.complete
    },
  }
}
