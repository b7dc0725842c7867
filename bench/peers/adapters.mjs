/**
 * Every function that a peer shares with us, with the same parameters, in the way the peer documents, over `number[]`
 * columns. A function that a peer does not have, or computes by another formula, is absent.
 *
 * @typedef {Record<'open' | 'high' | 'low' | 'close' | 'volume' | 'periods' | 'unit', number[]>} Columns
 * @typedef {Record<string, (columns: Columns) => unknown>} Adapter
 */

/** @type {Record<string, () => Promise<Adapter>>} */
export const adapters = {
  technicalindicators: async () => (await import('./adapters/calculating.mjs')).technicalIndicators(),
  'fast-technical-indicators': async () =>
    (await import('./adapters/calculating.mjs')).fastTechnicalIndicators(),
  '@ixjb94/indicators': async () => (await import('./adapters/ixjb94.mjs')).ixjb94(),
  indicatorts: async () => (await import('./adapters/indicatorts.mjs')).indicatorTs(),
  '@debut/indicators': async () => (await import('./adapters/debut.mjs')).debut(),
  'trading-signals': async () => (await import('./adapters/trading-signals.mjs')).tradingSignals(),
  'ta-math': async () => (await import('./adapters/ta-math.mjs')).taMath(),
  'talib (native)': async () => (await import('./adapters/talib.mjs')).native(),
  'talib-web (wasm)': async () => (await import('./adapters/talib.mjs')).wasm(),
}
