import { alike, copySketch, likenessOf, sketchLength } from './letterSketch.ts'
import type { Headline } from './readHeadline.ts'
import { mayBeAsLong } from './resemblance.ts'

/** The latest entries about each of many subjects. */
export type RecentEntries<entry> = {
  /** Remembers a wording of an entry for each subject. */
  add(entry: entry, wording: Headline, subjects: readonly string[]): void
  remove(entry: entry): void
  /** Entries about any of these, each once. */
  about(subjects: readonly string[]): readonly entry[]
  /** Of these, those of which it holds. */
  which(subjects: readonly string[], holds: (entry: entry) => boolean): readonly entry[]
  /** Of these, those of which a wording may be the headline with mistakes; the likest first, and of many only these, which are enough for a flood. */
  near(headline: Headline, subjects: readonly string[]): readonly entry[]
}

export type Recent = {
  subjects: string[]
  /** Grows with each item that is told. */
  toldAt: number
}

/** Wordings remembered of each subject, and looked at one by one. */
const mostForSubject = 256
/** Entries that are compared letter by letter: a flood of fillings that differ in a known word takes 31. */
const mostNear = 32
/** Subjects of one entry: a review of a market names them all. */
const mostSubjects = 16
/** A wording's sketch, and how many letters it has. */
const width = sketchLength + 1
const first = 4

/** Sketches lie side by side, since looking for them all over the memory would take most of the time. */
type Shelf<entry> = { entries: entry[]; rows: Int32Array }

export function createRecentEntries<entry extends Recent>(): RecentEntries<entry> {
  const shelves = new Map<string, Shelf<entry>>()

  function put(shelf: Shelf<entry>, entry: entry, { sketch, letters }: Headline): void {
    const { entries } = shelf
    const place = entries.length < mostForSubject ? entries.length : longestUntold(entries)
    if ((place + 1) * width > shelf.rows.length) {
      const rows = new Int32Array(shelf.rows.length * 2)
      rows.set(shelf.rows)
      shelf.rows = rows
    }
    entries[place] = entry
    copySketch(sketch, shelf.rows, place * width)
    shelf.rows[place * width + sketchLength] = letters.length
  }

  function about(subjects: readonly string[]): readonly entry[] {
    return [...new Set(subjects.flatMap((subject) => shelves.get(subject)?.entries ?? []))]
  }

  return {
    add(entry, wording, subjects) {
      for (const subject of subjects) {
        if (!entry.subjects.includes(subject)) {
          if (entry.subjects.length >= mostSubjects) continue
          entry.subjects.push(subject)
        }
        const shelf = shelves.get(subject) ?? { entries: [], rows: new Int32Array(first * width) }
        shelves.set(subject, shelf)
        put(shelf, entry, wording)
      }
    },
    remove(entry) {
      for (const subject of entry.subjects) {
        const shelf = shelves.get(subject)
        if (!shelf) continue
        const { entries, rows } = shelf
        // The last takes the place of what goes.
        for (let place = entries.indexOf(entry); place >= 0; place = entries.indexOf(entry, place)) {
          const last = entries.length - 1
          rows.copyWithin(place * width, last * width, (last + 1) * width)
          const moved = entries.pop()
          if (place < last && moved) entries[place] = moved
        }
        if (entries.length === 0) shelves.delete(subject)
      }
      entry.subjects = []
    },
    about,
    which(subjects, holds) {
      const found = new Set<entry>()
      for (const subject of subjects)
        for (const entry of shelves.get(subject)?.entries ?? []) if (holds(entry)) found.add(entry)
      return [...found]
    },
    near({ letters, sketch }, subjects) {
      const found = new Map<entry, number>()
      for (const subject of subjects) {
        const shelf = shelves.get(subject)
        if (!shelf) continue
        const { entries, rows } = shelf
        for (const [place, entry] of entries.entries()) {
          if (!mayBeAsLong(rows[place * width + sketchLength] ?? 0, letters.length)) continue
          const likeness = likenessOf(sketch, rows, place * width)
          if (likeness >= alike && likeness > (found.get(entry) ?? 0)) found.set(entry, likeness)
        }
      }
      return [...found]
        .sort(([, one], [, other]) => other - one)
        .slice(0, mostNear)
        .map(([entry]) => entry)
    },
  }
}

function longestUntold(entries: readonly Recent[]): number {
  let place = 0
  for (let other = 1; other < entries.length; other++)
    if ((entries[other]?.toldAt ?? 0) < (entries[place]?.toldAt ?? 0)) place = other
  return place
}
