import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files of more than ten seconds: those that compute and those that wait, in turns. Were one of them begun last, everything
 * would wait for it. Vitest learns how long files take, but only on a machine where they have run before.
 */
const longest = [
  'hostileAnalyst.test.ts',
  'redisLimiter.test.ts',
  'platform.test.ts',
  'verifyReport.test.ts',
  'chaos.test.ts',
  'lookAhead.test.ts',
  'pattern.test.ts',
  'key-scan.test.ts',
  'indicators.test.ts',
  'recordings.test.ts',
  'hostileModels.test.ts',
  'long-series.test.ts',
  'failover-matrix.test.ts',
]

/** Vitest's order, with the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = longest.indexOf(basename(moduleId))
      return rank < 0 ? longest.length : rank
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
