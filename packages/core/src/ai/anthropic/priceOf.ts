import { BadRequestError } from '../../errors/index.ts'
import type { LlmPrice, PriceUse } from '../llm/port.ts'
import { claudePrices, type ModelPrice } from './prices.ts'
import { provider } from './sdk.ts'

/**
 * What a model costs. Own prices go before the list and carry no date; a model of a date (`claude-haiku-4-5-20251001`) costs
 * what the model costs.
 *
 * @throws {StarkMatterError} BAD_REQUEST, the model has no known price
 */
export function priceOf(
  model: string,
  own: Readonly<Record<string, ModelPrice>>,
  { promptTokens = 0, batch = false }: PriceUse = {},
): LlmPrice {
  const undated = model.replace(/-\d{8}$/, '')
  const given = own[model] ?? own[undated]
  const listed = given ?? claudePrices.models[undated]
  if (!listed) {
    throw new BadRequestError(
      `The price of "${model}" is not known here. Give it: anthropic({ prices: { '${model}': { input, output, cacheRead, cacheWrite } } }), in USD for a million tokens.`,
      { provider, parameter: 'prices' },
    )
  }
  const { long } = listed
  const price = long && promptTokens > long.above ? long : listed
  const share = batch ? claudePrices.batchShare : 1
  return {
    input: price.input * share,
    output: price.output * share,
    cacheRead: price.cacheRead * share,
    cacheWrite: price.cacheWrite * share,
    ...(given ? {} : { asOf: claudePrices.asOf }),
  }
}
