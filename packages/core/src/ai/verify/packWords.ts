import { endingsOf, lengths } from './vocabulary.ts'
import { words } from './words.ts'

type Entry = { stem: string; kind: number }

/**
 * The vocabulary as it is shipped: stems, sorted, each without what it has in common with the one before. A sign of `lengths`
 * says how many letters those are, and a digit behind a stem which of the kinds it is of; the first has none.
 *
 * @example
 * packWords({ plain: 'bar basis', counted: 'bond' }) // ':bar,sis)ond1' as `kindOf` reads it
 */
export function packWords(lists: Readonly<Record<string, string>> = words): string {
  const kinds = Object.values(lists).map((list) => list.trim().split(/\s+/))
  const all = new Set(kinds.flat())
  const entries = kinds.flatMap((list, kind) =>
    stemsOf(list, endingsOf(kind), all).map((stem): Entry => ({ stem, kind })),
  )
  entries.sort((a, b) => (a.stem < b.stem ? -1 : 1))
  let before = ''
  return entries
    .map(({ stem, kind }) => {
      let shared = 0
      while (shared < stem.length && stem[shared] === before[shared]) shared++
      before = stem
      return lengths.charAt(shared) + stem.slice(shared) + (kind === 0 ? '' : kind.toString(16).toUpperCase())
    })
    .join('')
}

/** Few and short stems that the words are made of, each with an ending: those of most words for their length come first. */
function stemsOf(list: readonly string[], endings: RegExp, all: ReadonlySet<string>): string[] {
  const left = new Set(list)
  const covered = new Map<string, string[]>()
  for (const word of list) {
    for (let length = Math.min(word.length, 4); length <= word.length; length++) {
      const stem = word.slice(0, length)
      const isOther = notStems.test(stem) || (all.has(stem) && !list.includes(stem))
      if (stem === word || (isDerived(word.slice(length), endings) && !isOther))
        covered.set(stem, [...(covered.get(stem) ?? []), word])
    }
  }
  const chosen: string[] = []
  const byWorth = [...covered].sort(([a, x], [b, y]) => y.length / (5 + b.length) - x.length / (5 + a.length))
  for (const [stem, members] of byWorth) {
    if (!members.some((word) => left.has(word))) continue
    chosen.push(stem)
    for (const word of members) left.delete(word)
  }
  return chosen
}

/** Whether a word may be given by its stem: forms that are made from the word itself must come with it (`stan` has no `stands`). */
function isDerived(ending: string, endings: RegExp): boolean {
  return (
    endings.test(ending) &&
    !/(?:d|ing|s)$/.test(ending) &&
    (endings.test(`${ending}s`) || /[cely]$/.test(ending))
  )
}

// These are words of their own, and count, or make such: half of `center` is a coin, what has an expense `expensive`.
const notStems = /^(?:cent|expens|doub|half|pair|pound|quart|second|third|unit)$/
