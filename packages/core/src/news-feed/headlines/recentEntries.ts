/** The latest entries about each of many subjects. */
export type RecentEntries<entry> = {
  /** Makes an entry the latest about these: what is told all the time is not pushed out by what is told once. */
  add(entry: entry, subjects: readonly string[]): void
  remove(entry: entry): void
  /** Entries about any of these, each once. */
  about(subjects: readonly string[]): readonly entry[]
}

export type Recent = { subjects: string[] }

/** Entries remembered of each subject, and looked at one by one. */
const mostForSubject = 256
/** Subjects of one entry: a review of a market names them all. */
const mostSubjects = 16

export function createRecentEntries<entry extends Recent>(): RecentEntries<entry> {
  const bySubject = new Map<string, entry[]>()
  return {
    add(entry, subjects) {
      for (const subject of subjects) {
        const known = bySubject.get(subject) ?? []
        if (known.at(-1) === entry) continue
        if (entry.subjects.includes(subject)) known.splice(known.indexOf(entry), 1)
        else if (entry.subjects.length < mostSubjects) entry.subjects.push(subject)
        else continue
        if (known.length >= mostForSubject) {
          const oldest = known.shift()
          oldest?.subjects.splice(oldest.subjects.indexOf(subject), 1)
        }
        known.push(entry)
        bySubject.set(subject, known)
      }
    },
    remove(entry) {
      for (const subject of entry.subjects) {
        const known = bySubject.get(subject)
        known?.splice(known.indexOf(entry), 1)
        if (known?.length === 0) bySubject.delete(subject)
      }
      entry.subjects = []
    },
    about([first = '', ...others]) {
      const found = bySubject.get(first) ?? []
      if (others.length === 0) return found
      const all = new Set(found)
      for (const subject of others) for (const entry of bySubject.get(subject) ?? []) all.add(entry)
      return [...all]
    },
  }
}
