import { BadRequestError } from '../../errors/index.ts'
import type { JsonSchema } from '../llm/port.ts'
import { provider } from './sdk.ts'

/** What the API's grammar holds a model to. Everything else that constrains a value becomes part of its description. */
const formats = new Set('date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' '))
/** Says nothing about a value. */
const ignored = new Set(
  '$schema $id $comment $defs definitions default examples readOnly deprecated'.split(' '),
)
/** Changes which values are allowed in a way that a description cannot make up for. */
const unsendable: Readonly<Record<string, string>> = {
  not: 'a negation',
  if: 'a condition',
  prefixItems: 'a tuple: use an object with a name for each place',
  patternProperties: 'a map with free keys: use a list of objects with a key and a value',
  propertyNames: 'a map with free keys: use a list of objects with a key and a value',
  dependentSchemas: 'a dependency',
  $dynamicRef: 'a dynamic reference',
}

const mostOptional = 24
const mostUnions = 16
const mostNodes = 2_000
const mostCharacters = 100_000

type Walk = {
  root: JsonSchema
  optional: number
  unions: number
  nodes: number
  /** Definitions by the reference that led there; `undefined` while one is being converted. */
  definitions: Map<string, JsonSchema | undefined>
}

/**
 * The schema as the API takes it: objects are closed; ranges, lengths and patterns stand in descriptions, and whoever reads
 * the answer must check those. What stands beside a reference is not sent.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the schema is recursive, too large, or says what the API has no words for
 */
export function toSendableSchema(schema: JsonSchema): JsonSchema {
  if (schema.type !== 'object') throw refuse('', 'not an object: put it into a property of one')
  const walk: Walk = { root: schema, optional: 0, unions: 0, nodes: 0, definitions: new Map() }
  const shape = convert(schema, '', walk)
  const $defs = Object.fromEntries([...walk.definitions].map(([reference, one]) => [nameOf(reference), one]))
  const sendable = walk.definitions.size === 0 ? shape : { ...shape, $defs }
  if (walk.optional > mostOptional) {
    throw refuse(
      '',
      `too large: ${walk.optional} properties are optional, at most ${mostOptional} may be. Use null`,
    )
  }
  if (walk.unions > mostUnions) {
    throw refuse('', `too large: ${walk.unions} values have several types, at most ${mostUnions} may have`)
  }
  if (JSON.stringify(sendable).length > mostCharacters) {
    throw refuse('', `too large: it has more than ${mostCharacters} characters`)
  }
  return sendable
}

function convert(node: unknown, path: string, walk: Walk): JsonSchema {
  walk.nodes += 1
  if (walk.nodes > mostNodes) throw refuse('', `too large: it has more than ${mostNodes} parts`)
  if (!isSchema(node)) throw refuse(path, 'without a type')
  for (const [key, what] of Object.entries(unsendable)) if (key in node) throw refuse(path, what)

  if (typeof node.$ref === 'string') return convertReference(node.$ref, path, walk)

  const below = (child: unknown, name: string) => convert(child, path === '' ? name : `${path}.${name}`, walk)
  const { shape, used } = shapeOf(node, path, walk, below)
  const { description, title, ...rest } = node
  const constraints = Object.entries(rest).filter(([key, value]) => !used.has(key) && says(key, value))
  const said = constraints.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')
  const text = [description, said && `{${said}}`].filter(Boolean).join('\n\n')
  return { ...shape, ...(title === undefined ? {} : { title }), ...(text ? { description: text } : {}) }
}

/** A definition is sent once, however often it is referred to: that keeps a schema small, and within the API's limits. */
function convertReference(reference: string, path: string, walk: Walk): JsonSchema {
  if (!walk.definitions.has(reference) && reference !== '#') {
    const target = resolve(walk.root, reference)
    if (!target) throw refuse(path, `a reference to what is not in it ("${reference}")`)
    walk.definitions.set(reference, undefined)
    walk.definitions.set(reference, convert(target, path, walk))
  }
  if (walk.definitions.get(reference) === undefined) {
    throw refuse(path, 'recursive: unroll it to the depth that you need')
  }
  return { $ref: `#/$defs/${nameOf(reference)}` }
}

/** `#/$defs/claim` → `$defs_claim`: different for different references, and plain. */
const nameOf = (reference: string) => reference.slice(2).replaceAll(/[^\w$]/g, '_')

/** The part of a schema that the API enforces, and the keys that went into it. */
function shapeOf(
  node: JsonSchema,
  path: string,
  walk: Walk,
  below: (child: unknown, name: string) => JsonSchema,
): { shape: JsonSchema; used: ReadonlySet<string> } {
  const literals = Array.isArray(node.enum) ? node.enum : 'const' in node ? [node.const] : undefined
  if (literals) {
    if (!literals.every((value) => value === null || typeof value !== 'object')) {
      throw refuse(path, 'a choice among objects or lists')
    }
    const shape = 'const' in node ? { const: node.const } : { enum: literals }
    return { shape, used: new Set(['enum', 'const', 'type']) }
  }
  const variants = node.anyOf ?? node.oneOf ?? node.allOf
  if (Array.isArray(variants)) {
    if (node.allOf === variants && variants.length > 1) throw refuse(path, 'an intersection: merge its parts')
    const [only] = variants
    const used = new Set(['anyOf', 'oneOf', 'allOf', 'type'])
    if (variants.length === 1) return { shape: below(only, 'anyOf'), used }
    walk.unions += 1
    return { shape: { anyOf: variants.map((variant) => below(variant, 'anyOf')) }, used }
  }
  if (node.type === 'object') return objectShape(node, path, walk, below)
  if (node.type === 'array') {
    const few = node.minItems === 0 || node.minItems === 1 ? { minItems: node.minItems } : {}
    const used = new Set(['type', 'items', ...Object.keys(few)])
    return { shape: { type: 'array', items: below(node.items, 'items'), ...few }, used }
  }
  if (Array.isArray(node.type)) {
    if (node.type.includes('object') || node.type.includes('array')) {
      throw refuse(path, 'an object or list that may be of another type: use anyOf')
    }
    walk.unions += 1
    return { shape: { type: node.type }, used: new Set(['type']) }
  }
  if (typeof node.type !== 'string') throw refuse(path, 'without a type')
  if (node.type === 'string' && typeof node.format === 'string' && formats.has(node.format)) {
    return { shape: { type: 'string', format: node.format }, used: new Set(['type', 'format']) }
  }
  return { shape: { type: node.type }, used: new Set(['type']) }
}

function objectShape(
  node: JsonSchema,
  path: string,
  walk: Walk,
  below: (child: unknown, name: string) => JsonSchema,
): { shape: JsonSchema; used: ReadonlySet<string> } {
  const properties = isSchema(node.properties) ? Object.entries(node.properties) : []
  const { additionalProperties: rest } = node
  const isMap = isSchema(rest) && Object.keys(rest).length > 0
  if (isMap || (rest !== false && properties.length === 0)) {
    throw refuse(path, 'a map with free keys: use a list of objects with a key and a value')
  }
  const required = Array.isArray(node.required) ? node.required : []
  walk.optional += properties.filter(([name]) => !required.includes(name)).length
  return {
    shape: {
      type: 'object',
      properties: Object.fromEntries(properties.map(([name, child]) => [name, below(child, name)])),
      required,
      additionalProperties: false,
    },
    used: new Set(['type', 'properties', 'required', 'additionalProperties']),
  }
}

/** Whether a keyword is worth telling the model. Bounds of what a number can hold are not. */
function says(key: string, value: unknown): boolean {
  return !ignored.has(key) && !(typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER)
}

function resolve(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (!reference.startsWith('#/')) return undefined
  let node: unknown = root
  for (const name of reference.slice(2).split('/')) {
    node = isSchema(node) ? node[name.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  }
  return isSchema(node) ? node : undefined
}

function refuse(path: string, what: string): BadRequestError {
  const where = path === '' ? 'it is' : `"${path}" is`
  return new BadRequestError(`The output schema cannot be sent to Claude: ${where} ${what}.`, {
    provider,
    parameter: 'output',
  })
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
