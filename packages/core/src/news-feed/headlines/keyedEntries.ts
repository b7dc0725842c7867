/** Entries under numbers, of which each has several. */
export type KeyedEntries<entry> = {
  /** Puts an entry under more keys. */
  add(entry: entry, keys: readonly number[]): void
  /** Takes an entry from under all its keys. */
  remove(entry: entry): void
  /** Entries under any of the keys, each once, the newest of a key first. */
  under(keys: readonly number[]): entry[]
  /** Makes an entry the newest under its keys: what is asked for all the time is not pushed out by what is put there once. */
  renew(entry: entry): void
}

export type Keyed = {
  keys: number[]
  /** The question for which it was last given. */
  asked: number
}

/** Entries given for each key: what more share ("stocks to") tells nothing. */
const mostForKey = 32

export function createKeyedEntries<entry extends Keyed>(): KeyedEntries<entry> {
  /** Most keys have one entry, which needs no list. */
  const byKey = new Map<number, entry | entry[]>()
  let question = 0

  function put(key: number, entry: entry): void {
    const known = byKey.get(key)
    if (!known) byKey.set(key, entry)
    else if (!Array.isArray(known)) {
      if (known !== entry) byKey.set(key, [known, entry])
    } else if (!known.includes(entry)) {
      if (known.length >= mostForKey) known.shift()
      known.push(entry)
    }
  }

  return {
    add(entry, keys) {
      for (const key of keys) {
        if (!entry.keys.includes(key)) entry.keys.push(key)
        put(key, entry)
      }
    },
    remove(entry) {
      for (const key of entry.keys) {
        const known = byKey.get(key)
        if (known === entry) byKey.delete(key)
        else if (Array.isArray(known)) {
          const left = known.filter((other) => other !== entry)
          if (left.length === 0) byKey.delete(key)
          else byKey.set(key, left)
        }
      }
      entry.keys = []
    },
    under(keys) {
      question++
      const found: entry[] = []
      const give = (entry: entry) => {
        if (entry.asked === question) return
        entry.asked = question
        found.push(entry)
      }
      for (const key of keys) {
        const known = byKey.get(key)
        if (!known) continue
        if (Array.isArray(known)) known.toReversed().forEach(give)
        else give(known)
      }
      return found
    },
    renew(entry) {
      for (const key of entry.keys) {
        const known = byKey.get(key)
        if (!Array.isArray(known) || known.at(-1) === entry) continue
        // Pushed out, it takes the place of the oldest.
        known.splice(Math.max(0, known.indexOf(entry)), 1)
        known.push(entry)
      }
    },
  }
}
