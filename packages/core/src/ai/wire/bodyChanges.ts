import { isJsonObject } from '../../provider/index.ts'

type Container = Readonly<Record<string, unknown>> | readonly unknown[]

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}

/**
 * What to lay over one JSON value to have another: members that are new or have changed, those of arrays by their places.
 * `undefined` where nothing laid over it can do that: a member of an object is gone, or an array is an object now.
 */
export function changesOf(before: unknown, after: unknown): unknown {
  if (!isContainer(before) || !isContainer(after)) return after
  const isGrown =
    Array.isArray(before) === Array.isArray(after) &&
    Object.keys(before).every((key) => Object.hasOwn(after, key))
  if (!isGrown) return Array.isArray(after) ? after : undefined
  const changes: [key: string, change: unknown][] = []
  for (const [key, now] of Object.entries(after)) {
    const old: unknown = Object.hasOwn(before, key) ? Reflect.get(before, key) : undefined
    const change = changesOf(old, now)
    if (change === undefined) return undefined
    const isSame = isContainer(old) ? isJsonObject(change) && Object.keys(change).length === 0 : old === now
    if (!isSame) changes.push([key, change])
  }
  return Object.fromEntries(changes)
}

/**
 * A JSON value with changes laid over it. The value itself stays as it is; what has not changed is shared. Changes that come
 * from elsewhere may be anything: an array never has holes by them.
 */
export function withChanges(before: unknown, changes: unknown): unknown {
  if (!isContainer(before) || !isJsonObject(changes)) return changes
  const members = Object.entries(changes).map(([key, change]) => [
    key,
    // What an object has by itself, such as its constructor, is no container, or empty.
    withChanges(Reflect.get(before, key), change),
  ])
  const whole: object = { ...before, ...Object.fromEntries(members) }
  return Array.isArray(before) ? Object.values(whole) : whole
}
