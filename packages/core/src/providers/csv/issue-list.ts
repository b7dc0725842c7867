import type { SeriesIssue } from '../../market/index.ts'

/** Beyond so many of one kind the rest is counted, so that a file of nothing but bad rows stays readable. */
const detailed = 1000

/** Collects what is wrong with one file. */
export class IssueList {
  readonly #issues: SeriesIssue[] = []
  readonly #counts = new Map<string, number>()
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** @param time - Bar open of the place, where the row has one. */
  add(kind: string, line: number, message: string, time?: number): void {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    if (count > detailed) return
    const issue: SeriesIssue = { kind, message, where: `${this.#path}:${line}` }
    if (time !== undefined) issue.time = time
    this.#issues.push(issue)
  }

  count(kind: string): number {
    return this.#counts.get(kind) ?? 0
  }

  /** All issues, with one more for each kind that was too frequent to list. */
  list(): SeriesIssue[] {
    const summaries: SeriesIssue[] = []
    for (const [kind, count] of this.#counts) {
      if (count <= detailed) continue
      summaries.push({ kind, message: `${count - detailed} more of these in the file.`, where: this.#path })
    }
    return [...this.#issues, ...summaries]
  }
}
