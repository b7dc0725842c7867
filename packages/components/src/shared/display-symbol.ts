/**
 * The part of an instrument's id that people read.
 *
 * @example
 * displaySymbol('crypto:BTC/USDT@BINANCE') // 'BTC/USDT'
 */
export function displaySymbol(id: string): string {
  return id.replace(/^[a-z]+:/, '').replace(/@.*$/, '')
}
