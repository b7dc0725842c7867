import {
  type Analyst,
  type AnalystResult,
  fetchReport,
  type ResolvedClaim,
  technicalReport,
} from '@starkmatter/core/ai'
import { QueryClient } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import { analysisQueryOptions } from '../query/analysis.ts'
import { useAnalysis } from './useAnalysis.ts'

declare const analyst: Analyst

test('the body has the type of the schema that the analyst writes', () => {
  const { report, partial, outcome } = useAnalysis({
    kind: 'technical',
    input: { symbol: 'AAPL' },
    analyst: (input, { signal }) => analyst.report(technicalReport, input, { signal }),
  })
  expectTypeOf(report?.body?.trend).toEqualTypeOf<ResolvedClaim[] | undefined>()
  expectTypeOf(partial?.view?.stance).toEqualTypeOf<'bullish' | 'neutral' | 'bearish' | undefined>()
  expectTypeOf(outcome).toEqualTypeOf<'complete' | 'partial' | 'abstained' | null>()
})

test('a report over HTTP is typed by the schema that it is asked with', async () => {
  const options = analysisQueryOptions({
    kind: 'technical',
    input: { symbol: 'AAPL' },
    analyst: (input, { signal }) => fetchReport<typeof technicalReport>('/reports', { input, signal }),
  })
  const result = await new QueryClient().fetchQuery(options)
  expectTypeOf(result).toEqualTypeOf<AnalystResult<typeof technicalReport>>()
})

test('the analyst gets the input that is given, and no other', () => {
  useAnalysis({
    kind: 'technical',
    input: { symbol: 'AAPL' },
    // @ts-expect-error: the input has no such member
    analyst: ({ symbols }, { signal }) => analyst.report(technicalReport, { symbols }, { signal }),
  })
})
