/**
 * JSON with sorted keys and no spaces: equal values give equal texts. Keys that are whole numbers stand first, as in any
 * object of JavaScript.
 *
 * @example
 * canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null'
}

/** A copy with sorted keys, which is written in one go: that is twice as fast as writing piece by piece. */
function sorted(value: unknown): unknown {
  if (!isObject(value)) return value
  // Columns of numbers are most of what is hashed, and have no keys to sort.
  if (Array.isArray(value)) return value.some(isObject) ? value.map(sorted) : value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const member = sorted(Reflect.get(value, key))
    // A plain assignment would set the prototype, and the member would be in no hash.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: member, enumerable: true })
    else copy[key] = member
  }
  return copy
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
