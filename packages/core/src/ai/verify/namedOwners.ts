import type { Bound } from './checkComparison.ts'

/** Where the first of an instrument's signs stands among others; -1 where none does. */
export function firstOf(signs: Iterable<string>, own: string): number {
  return [...signs].findIndex((sign) => own.includes(sign))
}

/**
 * The first slot that stands where the sentence names another instrument than it points at. The one that is named right behind a value
 * (`{a} at Apple`) is its own, or else one before it. A value without any name is of the same instrument as the value before it.
 *
 * @param parts - What stands before, between and behind the places of the slots, with signs for names.
 * @param named - The signs in each.
 * @param signsOf - The signs of an instrument.
 * @param about - What need not be named.
 */
export function findStray(
  parts: readonly string[],
  named: readonly string[],
  values: readonly Bound[],
  signsOf: (subject: string | undefined) => string,
  about: string | undefined,
): Bound | undefined {
  const has = (signs: string, subject: string | undefined) => firstOf(signs, signsOf(subject))
  const all = named.join('')
  let owner = has(all, about) < 0 && values.some(({ slot }) => slot.subject === about) ? signsOf(about) : ''
  let sign = ''
  return values.find(({ slot: { subject, base } }, index) => {
    const own = named[index]?.replaceAll(sign, '')
    sign = /^ (?:at|for|of|by|in) ([\ue000-\uf8ff])/.exec(parts[index + 1] ?? '')?.[1] ?? ''
    owner = sign || own || owner
    return (
      (owner && has(owner, subject) < 0 && has(owner, base?.subject) < 0) ||
      // What is measured is named first, or needs no name, and then what it is measured against.
      (base && base.subject !== subject && has(all, base.subject) <= has(all, subject))
    )
  })
}
