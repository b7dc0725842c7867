import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { claimSchema } from '../schemas/claimSchema.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { verifyClaim } from '../verify/verifyClaim.ts'
import { violationsAt } from '../verify/violation.ts'
import { systemPrompt } from './systemPrompt.ts'

test('the example that the model is given is a claim that verifies', () => {
  const claim = z.parse(claimSchema, JSON.parse(systemPrompt.slice(systemPrompt.lastIndexOf('\n{'))))
  const evidence = {
    id: 'ev_0123',
    tool: 'indicator',
    subject: 'equity:XYZ',
    provider: 'test',
    fetchedAt: '2026-01-06T00:00:00Z',
    asOf: ['2026-01-05'],
    metrics: [
      { name: 'close', unit: 'USD', values: [12] },
      { name: 'SMA(50)', unit: 'USD', values: [11] },
    ],
  }
  expect(
    violationsAt('', (note) => verifyClaim(claim, indexEvidence([evidence]), note, 'equity:XYZ')),
  ).toEqual([])
})
