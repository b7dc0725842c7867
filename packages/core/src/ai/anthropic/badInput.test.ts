import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createClient } from '../../client/createClient.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import { createFakeMessagesApi } from '../../testing/index.ts'
import { type Analyst, createAnalyst } from '../analyst/createAnalyst.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { type AnthropicOptions, anthropic } from './anthropic.ts'

describe('bad input', () => {
  const retired = { deep: 'claude-3-sonnet-20240229' }
  const prices = { [retired.deep]: { input: 1, output: 1, cacheRead: 1, cacheWrite: 1 } }
  // Objects in objects are fine for the analyst, but so many choices are not for Claude.
  const choices = Object.fromEntries(
    Array.from({ length: 17 }, (_, index) => [`p${letter(index)}`, z.nullable(claimSchema)]),
  )

  test.each<[string, Partial<AnthropicOptions>, Parameters<Analyst['report']>[0], object]>([
    ['no key', { apiKey: undefined }, technicalReport, { code: 'INVALID_KEY' }],
    ['a key with letters that cannot be sent', { apiKey: 'sk-€' }, technicalReport, { code: 'INVALID_KEY' }],
    ['an address that is none', { baseURL: 'nowhere' }, technicalReport, { code: 'BAD_REQUEST' }],
    ['a key that is not accepted', { apiKey: 'wrong' }, technicalReport, { code: 'INVALID_KEY' }],
    [
      'a retired model',
      { models: retired, prices },
      technicalReport,
      { code: 'RETIRED', message: expect.stringContaining('"claude-sonnet-5-5"') },
    ],
    [
      'a model without a price',
      { models: { deep: 'claude-fable-5-2' } },
      technicalReport,
      { code: 'BAD_REQUEST', message: expect.stringContaining('Give it: anthropic({ prices:') },
    ],
    ['a schema that no model is sent', {}, z.object({ price: z.number() }), { code: 'BAD_REQUEST' }],
    [
      'a schema that Claude cannot be sent',
      {},
      z.object(choices),
      { code: 'BAD_REQUEST', message: expect.stringContaining('several types') },
    ],
  ])('(%s) is refused before a token is spent', async (_, options, schema, expected) => {
    await using api = await createFakeMessagesApi({ apiKey: 'right' })
    const llm = anthropic({ apiKey: 'right', baseURL: api.url, ...options })
    const analyst = createAnalyst({ llm, client: createClient({ providers: [synthetic()] }) })
    const error = await analyst.report(schema, { symbol: 'AAPL' }).result.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(expected)
    expect(api.billed.input_tokens).toBe(0)
    expect(api.requests.filter(({ path }) => path === '/v1/messages')).toEqual([])
  })
})

function letter(index: number): string {
  return String.fromCharCode(97 + index)
}
