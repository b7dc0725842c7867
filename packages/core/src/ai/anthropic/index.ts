export { type AnthropicOptions, anthropic } from './anthropic.ts'
export { claudePrices, type ModelPrice, type PriceList } from './prices.ts'
