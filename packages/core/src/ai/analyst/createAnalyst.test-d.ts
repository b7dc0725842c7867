import { expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'
import type { ResolvedClaim } from '../claims/claim.ts'
import { scripted } from '../llm/scripted.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { createAnalyst } from './createAnalyst.ts'

const analyst = createAnalyst({ llm: scripted([]), client: {} })

test('the body of a report has the type of its schema, its claims resolved', async () => {
  const own = z.object({
    setup: z.enum(['breakout', 'none']),
    notes: z.array(z.object({ heading: z.string(), reason: z.nullable(claimSchema) })),
  })
  const run = analyst.report(own, { symbol: 'AAPL' })
  const { report } = await run.result
  expectTypeOf(report.body).toEqualTypeOf<{
    setup: 'breakout' | 'none'
    notes: { heading: string; reason: ResolvedClaim | null }[]
  } | null>()
})

test('a partial has everything optional, and whole claims', async () => {
  for await (const event of analyst.report(technicalReport, { symbol: 'AAPL' })) {
    if (event.type === 'partial') {
      expectTypeOf(event.body.trend).toEqualTypeOf<ResolvedClaim[] | undefined>()
      expectTypeOf(event.body.view?.stance).toEqualTypeOf<'bullish' | 'neutral' | 'bearish' | undefined>()
    }
    if (event.type === 'final')
      expectTypeOf(event.report.body?.trend).toEqualTypeOf<ResolvedClaim[] | undefined>()
  }
})

test('an answer is typed too', async () => {
  const { report } = await analyst.ask('Why?').result
  expectTypeOf(report.body?.unanswered).toEqualTypeOf<string[] | undefined>()
})
