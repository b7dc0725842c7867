import type { LlmPrice } from '../llm/port.ts'

/** What a model costs: for ordinary prompts, and where a long one makes the whole request dearer. */
export type ModelPrice = LlmPrice & {
  /** In place of the above for a request whose prompt, cached parts included, is longer than `above` tokens. */
  long?: (LlmPrice & { above: number }) | undefined
}

export type PriceList = {
  /** Day on which these prices were in force and compared with their source. */
  asOf: string
  source: string
  /** Of the price that a request in a batch costs, whatever its tokens are. */
  batchShare: number
  models: Readonly<Record<string, ModelPrice>>
}

/**
 * Claude's prices, USD for a million tokens. Data that ages: `anthropic({ prices })` goes before it, and whoever uses it when
 * it is old is told.
 *
 * The long prompts of Haiku 5.5: https://platform.claude.com/docs/en/models/haiku-5-5/overview (up to and over 100,000 tokens).
 * Batches: "All usage is charged at 50% of the standard API prices",
 * https://platform.claude.com/docs/en/build-with-claude/batch-processing. Cache reads are a tenth of the input's price, but a
 * twentieth for Opus 5.5 and Sonnet 5.5, a fortieth for Fable and Mythos 5.1; cache writes (five minutes) a quarter more.
 */
export const claudePrices: PriceList = {
  asOf: '2026-10-24',
  source: 'https://platform.claude.com/docs/en/about-claude/pricing',
  batchShare: 0.5,
  models: {
    'claude-fable-5-1': price(10, 50, 0.25),
    'claude-mythos-5-1': price(10, 50, 0.25),
    'claude-fable-5': price(10, 50, 1),
    'claude-mythos-5': price(10, 50, 1),
    'claude-opus-5-5': price(4, 20, 0.2),
    'claude-opus-5': price(5, 25, 0.5),
    'claude-opus-4-8': price(5, 25, 0.5),
    'claude-opus-4-7': price(5, 25, 0.5),
    'claude-opus-4-6': price(5, 25, 0.5),
    'claude-opus-4-5': price(5, 25, 0.5),
    'claude-sonnet-5-5': price(2, 10, 0.1),
    'claude-sonnet-5': price(2, 10, 0.2),
    'claude-sonnet-4-6': price(3, 15, 0.3),
    'claude-sonnet-4-5': { ...price(3, 15, 0.3), long: { ...price(6, 22.5, 0.6), above: 200_000 } },
    'claude-haiku-5-5': { ...price(0.1, 0.5, 0.01), long: { ...price(0.5, 2.5, 0.05), above: 100_000 } },
    'claude-haiku-4-5': price(1, 5, 0.1),
  },
}

function price(input: number, output: number, cacheRead: number): LlmPrice {
  return { input, output, cacheRead, cacheWrite: input * 1.25 }
}
