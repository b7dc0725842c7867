type Schema = { readonly [key: string]: unknown }

/** What the API's grammar compiler reads. */
const readKeys = new Set([
  ...['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'anyOf', 'allOf'],
  ...['$ref', '$defs', 'definitions', 'description', 'title', 'default', 'format', 'minItems', 'pattern'],
])

const mostOptional = 24
const mostUnions = 16

/** Why the API would refuse to hold a model to these schemas, which count together. */
export function findSchemaFault(schemas: readonly Schema[]): string | undefined {
  const counts = { optional: 0, unions: 0, seen: new Set<string>() }
  for (const schema of schemas) {
    if (schema.type !== 'object') return "The root must be of type 'object'."
    const fault = findFault(schema, schema, [], counts)
    if (fault) return fault
  }
  if (counts.optional > mostOptional) {
    return `Schemas contains too many optional parameters (${counts.optional}), which would make grammar compilation inefficient. (limit: ${mostOptional})`
  }
  if (counts.unions > mostUnions) {
    return `Schemas contains too many parameters with union types (${counts.unions}), which would cause exponential compilation cost. (limit: ${mostUnions})`
  }
  return undefined
}

function findFault(
  node: unknown,
  root: Schema,
  path: readonly string[],
  counts: { optional: number; unions: number; seen: Set<string> },
): string | undefined {
  if (!isSchema(node)) return `${path.join('.') || 'schema'}: a schema must be an object`
  const foreign = Object.keys(node).find((key) => !readKeys.has(key))
  if (foreign) {
    const type = typeof node.type === 'string' ? `'${node.type}'` : 'this'
    return `For ${type} type, property '${foreign}' is not supported`
  }
  if (typeof node.$ref === 'string') {
    if (path.includes(node.$ref)) return `Recursive schemas are not supported: ${node.$ref}`
    const target = resolve(root, node.$ref)
    if (!target) return `Cannot resolve reference ${node.$ref}`
    // A definition counts once, however often it is used.
    if (counts.seen.has(node.$ref)) return undefined
    counts.seen.add(node.$ref)
    return findFault(target, root, [...path, node.$ref], counts)
  }
  if (node.type === 'object') {
    if (node.additionalProperties !== false) {
      return "For 'object' type, 'additionalProperties' must be explicitly set to false"
    }
    const required = Array.isArray(node.required) ? node.required : []
    const properties = isSchema(node.properties) ? node.properties : {}
    counts.optional += Object.keys(properties).filter((name) => !required.includes(name)).length
    for (const [name, property] of Object.entries(properties)) {
      const fault = findFault(property, root, [...path, name], counts)
      if (fault) return fault
    }
  }
  if (Array.isArray(node.type) || Array.isArray(node.anyOf)) counts.unions += 1
  if (node.minItems !== undefined && node.minItems !== 0 && node.minItems !== 1) {
    return "For 'array' type, 'minItems' values other than 0 or 1 are not supported"
  }
  const below = [node.items, node.anyOf, node.allOf].flat().filter((one) => one !== undefined)
  for (const one of below) {
    const fault = findFault(one, root, [...path, 'items'], counts)
    if (fault) return fault
  }
  return undefined
}

function resolve(root: Schema, reference: string): Schema | undefined {
  if (reference === '#') return root
  if (!reference.startsWith('#/')) return undefined
  let node: unknown = root
  for (const name of reference.slice(2).split('/')) node = isSchema(node) ? node[name] : undefined
  return isSchema(node) ? node : undefined
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
