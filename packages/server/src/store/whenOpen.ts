/**
 * A member of a store that is being opened: every call waits for it.
 *
 * @param twin - Any other that has the same methods, all of them asynchronous: the one in memory.
 */
export function whenOpen<member extends object>(twin: member, opening: Promise<member>): member {
  // Each call is told; before the first one, a failure is nobody's unhandled rejection.
  opening.catch(() => {})
  return new Proxy(twin, {
    get(_twin, name) {
      // What is no method of the twin is none here: least of all `then`, or it would be taken for a promise.
      if (typeof Reflect.get(twin, name) !== 'function') return undefined
      return async (...parameters: readonly unknown[]) => {
        const open = await opening
        const method: unknown = Reflect.get(open, name)
        if (typeof method !== 'function') throw new TypeError(`${String(name)} is no method.`)
        return Reflect.apply(method, open, parameters)
      }
    },
  })
}
