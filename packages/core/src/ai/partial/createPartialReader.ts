import * as z from 'zod/mini'
import type { Claim } from '../claims/claim.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { nodeOf, type SchemaNode } from '../schemas/nodeOf.ts'
import type { DeepPartial, ReportSchema } from '../schemas/reportSchema.ts'
import { subjectOf } from '../verify/walkReport.ts'
import { createJsonScanner, type JsonPrimitive } from './createJsonScanner.ts'
import { createTree, setMember, type Tree } from './createTree.ts'

export type PartialReaderOptions = {
  /**
   * What stands for a claim once it is whole; `undefined` leaves it out. `about` is the instrument that the part of the
   * report around it is about. @default the claim itself
   */
  onClaim?: ((claim: Claim, about: string | undefined) => unknown) | undefined
  /** Whether a text of the model's own may be shown outside the claims. @default all may */
  onLabel?: ((text: string) => boolean) | undefined
}

/** Reads the JSON text of a report as it arrives, held to its schema. */
export type PartialReader<body> = {
  /**
   * Takes the next piece, in time linear in its length.
   *
   * @returns What is known so far; the same object as before when nothing was added. It is valid by the schema with
   * everything optional, only ever gains members, and is not changed afterwards.
   * @throws {ValidationError} the text cannot be JSON whatever follows
   */
  push(piece: string): body | undefined
  /** Everything that was read, what does not fit the schema included. */
  readonly whole: unknown
  /** True once a whole JSON value was read. */
  readonly complete: boolean
}

type Members = unknown[] | Record<string, unknown>
/** A container that is open. Its members hold what is whole; what is open in it stands above it on the stack. */
type Frame = { node: Extract<SchemaNode, { kind: 'object' | 'array' }>; members: Members; key: string }

/**
 * Members appear once they are whole and valid, containers as soon as they open. What does not fit the schema is left
 * out. Arrays end at their longest allowed length.
 *
 * @example
 * const reader = createPartialReader(z.object({ stance: z.enum(['bullish', 'bearish']) }))
 * reader.push('{"stance":"bullish"')
 */
export function createPartialReader<
  const schema extends ReportSchema,
  body = DeepPartial<z.core.output<schema>>,
>(
  schema: schema,
  { onClaim = (claim) => claim, onLabel = () => true }: PartialReaderOptions = {},
): PartialReader<body> {
  const everything = createTree()
  const stack: Frame[] = []
  let root: Members | undefined
  // A claim, a value of a union, or something that does not fit is read to its end apart.
  let apart: { tree: Tree; node: SchemaNode | undefined } | undefined
  let changed = false
  let shown: unknown

  /** What may stand where the scanner is, or `undefined` where nothing may. */
  function expected(): SchemaNode | undefined {
    const frame = stack.at(-1)
    if (!frame) return root ? undefined : nodeOf(schema)
    const { node, members, key } = frame
    if (node.kind === 'array')
      return Array.isArray(members) && members.length < node.maximum ? nodeOf(node.element) : undefined
    const member =
      Object.hasOwn(members, key) || !Object.hasOwn(node.shape, key) ? undefined : node.shape[key]
    return member && nodeOf(member)
  }

  function place(value: unknown): void {
    const frame = stack.at(-1)
    if (frame) put(frame.members, frame.key, value)
    changed = true
  }

  function about(): string | undefined {
    for (let index = stack.length - 1; index >= 0; index--) {
      const subject = subjectOf(stack[index]?.members ?? {})
      if (subject !== undefined) return subject
    }
    return undefined
  }

  /** Adds a whole value where the schema has it. */
  function accept(value: unknown, node: SchemaNode | undefined): void {
    if (!node || stack.length === 0) return
    if (value === null && node.nullable) place(null)
    else if (node.kind === 'claim') {
      const claim = z.safeParse(claimSchema, value)
      const shownClaim = claim.success ? onClaim(claim.data, about()) : undefined
      if (shownClaim !== undefined) place(shownClaim)
    } else if (node.kind === 'leaf' && z.safeParse(node.schema, value).success) {
      if (typeof value !== 'string' || node.isChoice || onLabel(value)) place(value)
    }
  }

  const scanner = createJsonScanner({
    open(isArray) {
      everything.open(isArray)
      const node = apart ? undefined : expected()
      if (node && node.kind === (isArray ? 'array' : 'object')) {
        stack.push({ node, members: isArray ? [] : {}, key: '' })
        root ??= stack[0]?.members
        changed = true
        return
      }
      apart ??= { tree: createTree(), node }
      apart.tree.open(isArray)
    },
    key(name) {
      everything.key(name)
      const frame = stack.at(-1)
      if (apart) apart.tree.key(name)
      else if (frame) frame.key = name
    },
    value(value: JsonPrimitive) {
      everything.value(value)
      if (apart) apart.tree.value(value)
      else accept(value, expected())
    },
    close() {
      everything.close()
      if (!apart) {
        const closed = stack.pop()
        if (closed && stack.length > 0) place(closed.members)
        return
      }
      apart.tree.close()
      if (apart.tree.depth > 0) return
      const { tree, node } = apart
      apart = undefined
      accept(tree.root, node)
    },
  })

  /** What is open is copied, what is whole is shared: a copy that was given away stays as it is. */
  function snapshot(): unknown {
    let open: Members | undefined
    for (let index = stack.length - 1; index >= 0; index--) {
      const frame = stack[index]
      if (!frame) continue
      const copy = Array.isArray(frame.members) ? [...frame.members] : { ...frame.members }
      if (open) put(copy, frame.key, open)
      open = copy
    }
    return open ?? root
  }

  return {
    push(piece) {
      changed = false
      scanner.push(piece)
      if (changed) shown = snapshot()
      // Held to the schema member by member above, which the type system cannot follow.
      return shown as body | undefined
    },
    get whole() {
      return everything.root
    },
    get complete() {
      return scanner.complete
    },
  }
}

function put(members: Members, key: string, value: unknown): void {
  if (Array.isArray(members)) members.push(value)
  else setMember(members, key, value)
}
