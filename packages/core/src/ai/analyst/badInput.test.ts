import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { InvalidKeyError, RetiredError } from '../../errors/index.ts'
import type { Script } from '../llm/scripted.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { makeAnalyst, now } from './test/fixtures.ts'

describe('bad input costs no token', () => {
  const nobody: Script = () => {
    throw new Error('The model was asked.')
  }

  test.each<[string, object, string]>([
    ['nothing to report on', {}, 'BAD_REQUEST'],
    ['no symbols', { symbols: [] }, 'BAD_REQUEST'],
    ['what is no symbol', { symbol: '???' }, 'BAD_REQUEST'],
    ['an unknown symbol', { symbol: 'ZZZZQ' }, 'UNKNOWN_SYMBOL'],
    ['an unknown symbol among known ones', { symbols: ['AAPL', 'ZZZZQ'] }, 'UNKNOWN_SYMBOL'],
    ['an empty question', { symbol: 'AAPL', question: ' ' }, 'BAD_REQUEST'],
    ['a position without a size', { positions: [{ symbol: 'AAPL', quantity: Number.NaN }] }, 'BAD_REQUEST'],
  ])('%s', async (_what, input, code) => {
    const { analyst, llm } = makeAnalyst(nobody)
    await expect(analyst.report(technicalReport, input).result).rejects.toMatchObject({ code })
    expect(llm.requests).toEqual([])
  })

  // As from JSON, or from a program without types.
  test.each([
    ['no input', 'null'],
    ['a symbol that is null', '{"symbol":null}'],
    ['a symbol that is a number', '{"symbol":5}'],
    ['a question that is no text', '{"symbol":"AAPL","question":5}'],
    ['one symbol in the place of a list', '{"symbols":"AAPL"}'],
    ['positions that are no list', '{"positions":5}'],
    ['a position that is null', '{"positions":[null]}'],
  ])('%s', async (_what, json) => {
    const { analyst, llm } = makeAnalyst(nobody)
    const run = analyst.report(technicalReport, JSON.parse(json))
    await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(llm.requests).toEqual([])
  })

  test('no question, and nothing to ask about', async () => {
    const run = makeAnalyst(nobody).analyst.ask(JSON.parse('{}').question)
    await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: 'symbols' })
  })

  test.each(['null', '{}', '"technical"'])('a schema that is none: %s', async (json) => {
    const run = makeAnalyst(nobody).analyst.report(JSON.parse(json), { symbol: 'AAPL' })
    await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: 'schema' })
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    'a deadline of %d ms, which no timer keeps',
    async (timeoutMs) => {
      const run = makeAnalyst(nobody).analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs })
      await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: 'timeoutMs' })
    },
  )

  test.each([
    ['{"budget":5}', 'budget'],
    ['{"locale":5}', 'locale'],
    ['{"locale":"??"}', 'locale'],
  ])('options that are none: %s', async (json, parameter) => {
    const run = makeAnalyst(nobody).analyst.report(technicalReport, { symbol: 'AAPL' }, JSON.parse(json))
    await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter })
  })

  test('an analyst without a model, or without a client', async () => {
    for (const without of ['llm', 'client']) {
      const { result } = makeAnalyst(nobody, { [without]: undefined }).analyst.report(technicalReport, {
        symbol: 'AAPL',
      })
      await expect(result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: without })
    }
  })

  // As from a program without types.
  test.each([
    ['{"llm":{}}', 'llm'],
    ['{"client":5}', 'client'],
    ['{"news":5}', 'news'],
    ['{"news":{}}', 'news'],
    ['{"sentiment":{}}', 'sentiment'],
    ['{"cache":{}}', 'cache'],
    ['{"cache":null}', 'cache'],
    ['{"journal":{}}', 'journal'],
    ['{"journal":"calls.json"}', 'journal'],
    ['{"tools":{}}', 'tools'],
  ])('an analyst of parts that are none: %s', async (json, parameter) => {
    const { analyst, llm } = makeAnalyst(nobody, JSON.parse(json))
    const { result } = analyst.report(technicalReport, { symbol: 'AAPL' })
    await expect(result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter })
    expect(llm.requests).toEqual([])
  })

  test.each(['{"usd":"5"}', '{"dollars":5}', '{"tokens":5}'])(
    'a budget that limits nothing: %s',
    async (text) => {
      const budget = JSON.parse(text)
      const run = makeAnalyst(nobody).analyst.report(technicalReport, { symbol: 'AAPL' }, { budget })
      await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: 'budget' })
    },
  )

  test('a time in the future, and a text that is no time', async () => {
    const { analyst } = makeAnalyst(nobody)
    for (const asOf of [now + 1, 'soon']) {
      const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { asOf })
      await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter: 'asOf' })
    }
  })

  test('a time before there was any data', async () => {
    const { analyst } = makeAnalyst(nobody)
    const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { asOf: '1890-01-01' })
    await expect(run.result).rejects.toMatchObject({ code: 'NO_DATA' })
  })

  test.each([
    ['a number outside a claim', z.object({ target: z.number(), note: claimSchema }), 'target'],
    ['a date', z.object({ when: z.date(), note: claimSchema }), 'when'],
    ['a record', z.object({ more: z.record(z.string(), z.string()), note: claimSchema }), 'more'],
    ['an enum with a number', z.object({ when: z.enum(['in-2-weeks']), note: claimSchema }), 'when'],
    ['a name with a number', z.object({ top3: z.array(claimSchema) }), 'top3'],
    ['no claim at all', z.object({ verdict: z.string() }), 'schema'],
  ])('a schema that cannot be sent: %s', async (_what, schema, parameter) => {
    const run = makeAnalyst(nobody).analyst.report(schema, { symbol: 'AAPL' })
    await expect(run.result).rejects.toMatchObject({ code: 'BAD_REQUEST', parameter })
  })

  test.each([
    new InvalidKeyError('No key. Set ANTHROPIC_API_KEY.', { provider: 'anthropic' }),
    new RetiredError('The model is retired. Take another.', { provider: 'anthropic' }),
  ])('a model that cannot be used: $code', async (error) => {
    const { llm } = makeAnalyst(nobody)
    const check = async () => {
      throw error
    }
    const { analyst } = makeAnalyst(nobody, { llm: { ...llm, check } })
    await expect(analyst.report(technicalReport, { symbol: 'AAPL' }).result).rejects.toBe(error)
    expect(llm.requests).toEqual([])
  })

  test('a budget that holds no call', async () => {
    const { analyst, llm } = makeAnalyst(nobody)
    const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { budget: { inputTokens: 100 } })
    await expect(run.result).rejects.toMatchObject({ code: 'QUOTA_EXHAUSTED' })
    expect(llm.requests).toEqual([])
  })
})
