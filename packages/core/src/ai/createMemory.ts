/** Works out once for each key what is dear to make. */
export function createMemory<value>(): (key: string, make: () => value) => value {
  const known = new Map<string, value>()
  return (key, make) => {
    let found = known.get(key)
    if (found === undefined) {
      found = make()
      known.set(key, found)
    }
    return found
  }
}
