import { expect, test } from 'vitest'
import type { ResponseCache } from '../cache/responseCache.ts'
import type { Journal } from '../journal/journal.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { honest, makeAnalyst } from './test/fixtures.ts'

const never = () => new Promise<never>(() => {})
function fails(): never {
  throw new TypeError('The store is gone.')
}

test.each<[string, { cache?: ResponseCache; journal?: Journal }]>([
  ['a cache that throws', { cache: { get: fails, set: fails } }],
  ['a cache that takes no answer', { cache: { get: async () => undefined, set: never } }],
  ['a journal that throws', { journal: { add: fails, list: fails } }],
  ['a journal that never answers', { journal: { add: never, list: never } }],
])('%s costs the reader no report', async (_what, stores) => {
  const { analyst } = makeAnalyst(honest, stores)
  const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 1_500 }).result
  expect(report.status).toBe('complete')
})

test('a cache that never answers is waited for until the deadline, and not longer', async () => {
  const { analyst, llm } = makeAnalyst(honest, { cache: { get: never, set: never } })
  const { result } = analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 200 })
  await expect(result).rejects.toMatchObject({ code: 'TIMEOUT' })
  expect(llm.requests).toEqual([])
})
