/** Works out once for each key what is dear to make. */
export function createMemory<key, value>(make: (key: key) => value): (key: key) => value {
  const known = new Map<key, value>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}
