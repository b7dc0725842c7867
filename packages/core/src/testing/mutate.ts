import { isJsonObject } from '../provider/index.ts'
import { createRandom } from './random.ts'

export type MutationKind = 'drop' | 'null' | 'wrong-type' | 'ragged' | 'reorder'

/** A JSON value with one thing wrong in it. */
export type Mutation = {
  kind: MutationKind
  /** Where, as a `ValidationError` would say it. */
  path: string
  value: unknown
}

type Place = readonly (string | number)[]

/**
 * Seeded damage to a JSON value: a field dropped, a value set to `null` or to another type, an element cut out of an array,
 * two elements of an array exchanged. The value itself is left alone.
 */
export function* mutations(value: unknown, seed: number, count: number): Generator<Mutation> {
  const random = createRandom(seed)
  const places = placesIn(value)
  if (places.length === 0) return
  for (let made = 0; made < count; ) {
    const place = random.pick(places)
    const mutation = damage(value, place, random.pick(kinds), random)
    // Only an array can lose an element or its order.
    if (!mutation) continue
    made += 1
    yield mutation
  }
}

const kinds: readonly MutationKind[] = ['drop', 'null', 'wrong-type', 'ragged', 'reorder']

function damage(
  root: unknown,
  place: Place,
  kind: MutationKind,
  random: ReturnType<typeof createRandom>,
): Mutation | undefined {
  const found = read(root, place)
  if (kind === 'drop') return { kind, path: pathOf(place), value: write(root, place, () => undefined) }
  if (kind === 'null') return { kind, path: pathOf(place), value: write(root, place, () => null) }
  if (kind === 'wrong-type') {
    const other = random.pick(wrongTypes.filter((one) => typeof one !== typeof found))
    return { kind, path: pathOf(place), value: write(root, place, () => other) }
  }
  if (!Array.isArray(found) || found.length < 2) return undefined
  const from = random.below(found.length)
  if (kind === 'ragged') {
    return { kind, path: pathOf(place), value: write(root, place, () => found.toSpliced(from, 1)) }
  }
  const to = (from + 1) % found.length
  const swapped = found.with(from, found[to]).with(to, found[from])
  return { kind, path: pathOf(place), value: write(root, place, () => swapped) }
}

const wrongTypes: readonly unknown[] = ['?', -1.5, true, { '?': '?' }]

/** Every field and element below a value, weighted so that long columns do not outnumber everything else. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (Array.isArray(value)) {
    const shown =
      value.length > 12 ? [0, 1, value.length >> 1, value.length - 1] : value.map((_, index) => index)
    return shown.flatMap((index) => [[...place, index], ...placesIn(value[index], [...place, index])])
  }
  if (!isJsonObject(value)) return []
  return Object.keys(value).flatMap((key) => [[...place, key], ...placesIn(value[key], [...place, key])])
}

function read(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return isJsonObject(at) ? at[key] : undefined
  }, value)
}

/** A copy with another value in one place; `undefined` takes the field away, and leaves `null` in an array. */
function write(value: unknown, [key, ...rest]: Place, change: () => unknown): unknown {
  if (key === undefined) return change()
  if (Array.isArray(value)) return value.with(Number(key), write(value[Number(key)], rest, change) ?? null)
  if (!isJsonObject(value)) return value
  const copy = { ...value, [key]: write(value[key], rest, change) }
  return copy
}

/** A place in the notation of `ValidationError.path`. */
function pathOf(place: Place): string {
  return place.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
    return path ? `${path}.${key}` : key
  }, '')
}

/** Whether an error's path leads to the damaged place: to it, into it, or to what holds it. */
export function names(errorPath: string, damagedPath: string): boolean {
  return errorPath !== '' && (leadsTo(errorPath, damagedPath) || leadsTo(damagedPath, errorPath))
}

function leadsTo(outer: string, inner: string): boolean {
  return inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)))
}
