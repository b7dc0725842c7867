/** An order that is being written: texts as they stand in the fields. */
export type OrderDraft = {
  side: 'buy' | 'sell'
  type: 'market' | 'limit' | 'stop' | 'stop-limit'
  quantity: string
  limitPrice: string
  stopPrice: string
  timeInForce: 'day' | 'gtc' | 'ioc'
}

export const emptyDraft: OrderDraft = {
  side: 'buy',
  type: 'market',
  quantity: '',
  limitPrice: '',
  stopPrice: '',
  timeInForce: 'day',
}

export const wantsLimit = ({ type }: Pick<OrderDraft, 'type'>) => type === 'limit' || type === 'stop-limit'
export const wantsStop = ({ type }: Pick<OrderDraft, 'type'>) => type === 'stop' || type === 'stop-limit'

/** A number as it is typed, thousands separated or not, as the gateway takes it; `undefined` for what is none. */
export function readAmount(text: string): string | undefined {
  const plain = text.trim().replace(/,(?=\d{3}(\D|$))/g, '')
  return /^\d{1,12}(\.\d{1,8})?$/.test(plain) && /[1-9]/.test(plain) ? plain : undefined
}

/** The order that a draft stands for; `undefined` while something of it is missing. */
export function orderOf(draft: OrderDraft, symbol: string) {
  const { side, type, timeInForce } = draft
  const quantity = readAmount(draft.quantity)
  const limitPrice = wantsLimit(draft) ? readAmount(draft.limitPrice) : null
  const stopPrice = wantsStop(draft) ? readAmount(draft.stopPrice) : null
  if (quantity === undefined || limitPrice === undefined || stopPrice === undefined) return undefined
  return { symbol, side, type, quantity, limitPrice, stopPrice, timeInForce }
}

/** How many whole units, or for coins and currencies parts of one, a part of the buying power pays for. */
export function quantityFor(money: number, price: number, isWhole: boolean): string {
  if (!(money > 0) || !(price > 0)) return ''
  const scale = isWhole ? 1 : 1_000_000
  const quantity = Math.floor((money / price) * scale) / scale
  // Never with an exponent, nor with zeros that say nothing.
  return quantity > 0
    ? quantity
        .toFixed(isWhole ? 0 : 6)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : ''
}
