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
  // A member of its own, which is not written, lets `__proto__` be assigned like any other. An object without a prototype would, too, but is slower.
  const copy: Record<string, unknown> = { ['__proto__']: undefined }
  for (const key of Object.keys(value).sort()) copy[key] = sorted(Reflect.get(value, key))
  return copy
}

/** Whether a value has members: it is an object or an array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
