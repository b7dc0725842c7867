import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { estimateTokens } from '../llm/estimateTokens.ts'
import { fitEvidence, maxResultTokens, packResult } from './packResult.ts'

const content = fc.tuple(fc.nat(80), fc.nat(30), fc.nat(20)).map(
  ([rows, columns, articles]): EvidenceContent => ({
    ...{ tool: 'bars', subject: 'equity:AAPL', provider: 'fake', fetchedAt: '2026-01-01T00:00:00.000Z' },
    asOf: Array.from({ length: rows + 1 }, (_, row) => new Date(row * 60_000).toISOString()),
    metrics: Array.from({ length: columns + 1 }, (_, column) => ({
      name: `metric${column}`,
      unit: 'USD',
      values: Array.from({ length: rows + 1 }, (_, row) => row + column / 7),
    })),
    articles: Array.from({ length: articles }, (_, index) => ({
      ...{ article: `n_${index}`, at: new Date((index % (rows + 1)) * 60_000).toISOString() },
      ...{ event: 'analyst-rating', stance: 'negative', materiality: 'medium', spans: [[0, 280]] },
    })),
    quotes: Array.from({ length: articles }, (_, index) => ({
      article: `n_${index}`,
      text: 'x'.repeat(1_000),
    })),
  }),
)

test('whatever was found fits into the cap, and what is kept as evidence is what is shown', () => {
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 12 }), (found) => {
      const { contents, truncated } = fitEvidence(found, { rows: 10 })
      const ledger = createEvidenceLedger()
      const packed = packResult(
        contents.map((one) => ledger.add(one)),
        truncated,
        { rows: 10 },
      )
      expect(estimateTokens(packed)).toBeLessThanOrEqual(maxResultTokens)
      expect(contents.length).toBeGreaterThan(0)
      expect(truncated).toBe(
        contents.length < found.length || contents.some((one, index) => one !== found[index]),
      )
      expect(JSON.parse(packed).truncated).toBe(truncated ? true : undefined)
      for (const { asOf, articles = [], quotes = [], metrics } of contents) {
        expect(asOf.at(-1)).toBe(found[0] && contents.length === 1 ? found[0].asOf.at(-1) : asOf.at(-1))
        expect(metrics.length).toBeGreaterThan(0)
        expect(quotes.map(({ article }) => article)).toEqual(articles.map(({ article }) => article))
        for (const { at } of articles) expect(asOf).toContain(at)
      }
    }),
    { numRuns: 300 },
  )
})
