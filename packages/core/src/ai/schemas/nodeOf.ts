import * as z from 'zod/mini'

type Any = z.core.$ZodType

/** What a schema is, with its wrappers taken off. */
export type SchemaNode = {
  nullable: boolean
  optional: boolean
  /** Without the wrappers. */
  schema: Any
} & (
  | { kind: 'object'; shape: Readonly<Record<string, Any>> }
  | { kind: 'array'; element: Any; minimum: number; maximum: number }
  /** A claim: read, verified and dropped as one. */
  | { kind: 'claim' }
  /** Everything whose parts mean nothing on their own. */
  | {
      kind: 'leaf'
      /** One of the words that the schema lists, and not a text of the model's own. */
      isChoice: boolean
    }
)

const nodes = new WeakMap<Any, SchemaNode>()

/** Looks into a schema. The answer is kept, as streams ask for every member. */
export function nodeOf(schema: Any): SchemaNode {
  let node = nodes.get(schema)
  if (!node) {
    node = inspect(schema)
    nodes.set(schema, node)
  }
  return node
}

function inspect(schema: Any): SchemaNode {
  let inner = schema
  let [nullable, optional] = [false, false]
  for (;;) {
    if (inner instanceof z.core.$ZodNullable) nullable = true
    else if (inner instanceof z.core.$ZodOptional) optional = true
    else if (!(inner instanceof z.core.$ZodReadonly)) break
    inner = inner._zod.def.innerType
  }
  const common = { nullable, optional, schema: inner }
  if (inner instanceof z.core.$ZodObject) {
    const { shape } = inner._zod.def
    const isClaim = ['text', 'slots', 'comparisons', 'quotes'].every((key) => key in shape)
    return isClaim ? { ...common, kind: 'claim' } : { ...common, kind: 'object', shape }
  }
  if (inner instanceof z.core.$ZodArray) {
    const [minimum, maximum] = lengthsOf(inner)
    return { ...common, kind: 'array', element: inner._zod.def.element, minimum, maximum }
  }
  const isChoice = inner instanceof z.core.$ZodEnum || inner instanceof z.core.$ZodLiteral
  return { ...common, kind: 'leaf', isChoice }
}

/** The lengths that the checks of an array or a string allow. */
export function lengthsOf(schema: Any): [minimum: number, maximum: number] {
  let [minimum, maximum] = [0, Number.POSITIVE_INFINITY]
  for (const check of schema._zod.def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckMaxLength) maximum = Math.min(maximum, check._zod.def.maximum)
    else if (check instanceof z.core.$ZodCheckMinLength) minimum = Math.max(minimum, check._zod.def.minimum)
    else if (check instanceof z.core.$ZodCheckLengthEquals) minimum = maximum = check._zod.def.length
  }
  return [minimum, maximum]
}
