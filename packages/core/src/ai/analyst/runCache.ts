import type { ResponseCache } from '../cache/responseCache.ts'
import { contentHash } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { draftWording } from '../verify/draftWording.ts'
import { verifyReport } from '../verify/verifyReport.ts'

export type Finished<body> = { report: StoredReport<body>; evidence: readonly Evidence[] }

/** Changes when a report of an older version of this code should not be taken for one of this. */
const version = 1

/** Finished runs by the hash of everything that they follow from. A cache that fails is a miss. */
export function createRunCache(cache: ResponseCache | undefined) {
  return {
    keyOf(facts: object): string {
      return `report:${contentHash({ version, ...facts })}`
    },
    async get<body>(key: string): Promise<Finished<body> | undefined> {
      try {
        const text = await cache?.get(key)
        if (text === undefined) return undefined
        const finished: Finished<body> = JSON.parse(text)
        const { ok } = verifyReport(finished.report, finished.evidence, { wording: draftWording })
        return ok ? finished : undefined
      } catch {
        return undefined
      }
    },
    async set<body>(key: string, finished: Finished<body>): Promise<void> {
      try {
        await cache?.set(key, JSON.stringify(finished))
      } catch {
        // The next run pays again.
      }
    },
  }
}
