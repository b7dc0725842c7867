import { BadRequestError } from '../../errors/index.ts'
import type { LlmPrice } from '../llm/port.ts'
import { provider } from './sdk.ts'

/** USD for a million tokens; cache writes are those that last five minutes. */
const tiers = {
  fable: price(10, 50, 1),
  fableCheapReads: price(10, 50, 0.25),
  opus: price(5, 25, 0.5),
  opusCheap: price(4, 20, 0.2),
  sonnet: price(3, 15, 0.3),
  sonnetCheap: price(2, 10, 0.2),
  sonnetCheapReads: price(2, 10, 0.1),
  haiku: price(1, 5, 0.1),
  haikuCheap: price(0.1, 0.5, 0.01),
  haikuLong: price(0.5, 2.5, 0.05),
}

/**
 * As published in November 2026.
 *
 * @see https://platform.claude.com/docs/en/about-claude/pricing
 */
const prices: Readonly<Record<string, LlmPrice>> = {
  'claude-fable-5-1': tiers.fableCheapReads,
  'claude-mythos-5-1': tiers.fableCheapReads,
  'claude-fable-5': tiers.fable,
  'claude-mythos-5': tiers.fable,
  'claude-opus-5-5': tiers.opusCheap,
  'claude-opus-5': tiers.opus,
  'claude-opus-4-8': tiers.opus,
  'claude-opus-4-7': tiers.opus,
  'claude-opus-4-6': tiers.opus,
  'claude-opus-4-5': tiers.opus,
  'claude-sonnet-5-5': tiers.sonnetCheapReads,
  'claude-sonnet-5': tiers.sonnetCheap,
  'claude-sonnet-4-6': tiers.sonnet,
  'claude-sonnet-4-5': tiers.sonnet,
  'claude-haiku-5-5': tiers.haikuCheap,
  'claude-haiku-4-5': tiers.haiku,
}

/** Models whose whole request costs more when its prompt is longer than `above` tokens. */
const longPrompts: Readonly<Record<string, { above: number; price: LlmPrice }>> = {
  'claude-haiku-5-5': { above: 100_000, price: tiers.haikuLong },
}

/**
 * What a model costs, for a prompt of so many tokens. Own prices go before the table; a model of a date
 * (`claude-haiku-4-5-20251001`) costs what the model costs.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the model has no known price
 */
export function priceOf(
  model: string,
  promptTokens: number,
  own: Readonly<Record<string, LlmPrice>>,
): LlmPrice {
  const undated = model.replace(/-\d{8}$/, '')
  const given = own[model] ?? own[undated]
  if (given) return given
  const long = longPrompts[undated]
  const known = long && promptTokens > long.above ? long.price : prices[undated]
  if (known) return known
  throw new BadRequestError(
    `The price of "${model}" is not known here. Give it: anthropic({ prices: { '${model}': { input, output, cacheRead, cacheWrite } } }), in USD for a million tokens.`,
    { provider, parameter: 'prices' },
  )
}

function price(input: number, output: number, cacheRead: number): LlmPrice {
  return { input, output, cacheRead, cacheWrite: input * 1.25 }
}
