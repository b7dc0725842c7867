import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Clock, systemClock } from '../../http/clock.ts'
import { createFakeMessagesApi, type FakeMessagesApi } from '../../testing/index.ts'
import { collect } from '../analyst/test/fixtures.ts'
import type { LlmRequest } from '../llm/port.ts'
import { type AnthropicOptions, anthropic } from './anthropic.ts'
import { claudePrices } from './prices.ts'

const open: FakeMessagesApi[] = []
afterEach(async () => {
  for (const api of open.splice(0)) await api.close()
})

async function start(options: Partial<AnthropicOptions> = {}) {
  const api = await createFakeMessagesApi()
  open.push(api)
  return { api, llm: anthropic({ apiKey: 'sk-ant-test-secret', baseURL: api.url, ...options }) }
}

const plain: LlmRequest = {
  role: 'deep',
  system: 'You are terse.',
  tools: [],
  toolChoice: 'auto',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How is AAPL?' }] }],
  maxOutputTokens: 1000,
}
const within = () => ({ signal: new AbortController().signal, timeoutMs: 5_000 })
const llm0Price = { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 1.25 }

/** The machine's clock with its hands set. */
const at = (day: string): Clock => ({ ...systemClock, now: () => Date.parse(day) })

describe('models', () => {
  test('that are in service pass, and are looked up once', async () => {
    const { api, llm } = await start()
    await llm.check(within())
    await llm.check(within())
    expect(api.requests.map(({ path }) => path)).toEqual([
      '/v1/models/claude-sonnet-5-5',
      '/v1/models/claude-haiku-5-5',
    ])
  })

  test('that are retired are refused with what to use instead, when checked and when used', async () => {
    const models = { deep: 'claude-3-sonnet-20240229' }
    const { llm } = await start({ models, prices: { [models.deep]: llm0Price } })
    const expected = { code: 'RETIRED', message: expect.stringContaining('"claude-sonnet-5-5"') }
    await expect(llm.check(within())).rejects.toMatchObject(expected)
    await expect(llm.complete(plain, within())).rejects.toMatchObject(expected)
    await expect(collect(llm.stream(plain, within()))).rejects.toMatchObject(expected)
  })

  test('that will retire are warned of', async () => {
    const onWarning = vi.fn()
    const { llm } = await start({
      models: { deep: 'claude-sonnet-4-5' },
      onWarning,
      clock: at('2026-11-01'),
    })
    await llm.check(within())
    expect(onWarning.mock.calls).toEqual([
      [
        'The model "claude-sonnet-4-5" is deprecated and retires on 2026-11-30. Use "claude-sonnet-5-5" instead.',
      ],
    ])
  })

  test('that do not exist, or have no known price, are a bad request', async () => {
    const { llm } = await start({ models: { deep: 'claude-next' }, prices: { 'claude-next': llm0Price } })
    await expect(llm.check(within())).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(llm.complete(plain, within())).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'models',
    })
    const unpriced = await start({ models: { deep: 'claude-next' } })
    expect(() => unpriced.llm.price('deep')).toThrow(/claude-next.*prices/)
    await expect(unpriced.llm.check(within())).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'prices',
    })
    expect(unpriced.api.requests).toHaveLength(0)
  })
})

describe('prices', () => {
  test('given go before the list; the date of a model does not matter, long prompts may cost more', () => {
    const llm = anthropic({
      apiKey: 'k',
      models: { fast: 'claude-haiku-4-5-20251001' },
      prices: { 'claude-sonnet-5-5': llm0Price },
    })
    const { asOf } = claudePrices
    expect(llm.price('deep')).toEqual(llm0Price)
    expect(llm.price('fast')).toEqual({ input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25, asOf })
    // https://platform.claude.com/docs/en/models/haiku-5-5/overview
    const { price } = anthropic({ apiKey: 'k' })
    const ordinary = { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125, asOf }
    const long = { input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625, asOf }
    expect(price('fast', { promptTokens: 100_000 })).toEqual(ordinary)
    expect(price('fast', { promptTokens: 100_001 })).toEqual(long)
  })

  test('are halved in a batch, given ones too', () => {
    const { price } = anthropic({ apiKey: 'k', prices: { 'claude-haiku-5-5': llm0Price } })
    expect(price('fast', { batch: true })).toEqual({
      input: 0.5,
      output: 1,
      cacheRead: 0.05,
      cacheWrite: 0.625,
    })
    const { asOf } = claudePrices
    expect(price('deep', { batch: true })).toEqual({
      input: 1,
      output: 5,
      cacheRead: 0.05,
      cacheWrite: 1.25,
      asOf,
    })
  })

  test('of an old list are warned of, and given ones are not', async () => {
    const onWarning = vi.fn()
    const later = at('2027-10-01')
    const { llm } = await start({ onWarning, clock: later, prices: { 'claude-haiku-5-5': llm0Price } })
    await llm.check(within())
    expect(onWarning.mock.calls).toEqual([
      [expect.stringMatching(/"claude-sonnet-5-5" is of 2026-.*pricing/)],
    ])
    const sooner = await start({ onWarning, clock: at('2026-12-01') })
    await sooner.llm.check(within())
    expect(onWarning).toHaveBeenCalledTimes(1)
  })

  test('of the list have a date and a source, and cost more the more is asked of them', () => {
    const { asOf, source, models } = claudePrices
    expect(Date.parse(asOf)).toBeLessThan(Date.now())
    expect(source).toMatch(/^https:\/\/platform\.claude\.com\//)
    for (const { input, output, cacheRead, cacheWrite, long } of Object.values(models)) {
      expect(cacheRead).toBeLessThan(input)
      expect(cacheWrite).toBeGreaterThan(input)
      expect(output).toBeGreaterThan(cacheWrite)
      if (long) expect(long.input).toBeGreaterThan(input)
    }
  })
})
