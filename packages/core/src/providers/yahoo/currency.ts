// Yahoo quotes some markets in a hundredth (or thousandth) of their currency, and says so with a spelling of its own.
const minorUnits: Readonly<Record<string, readonly [currency: string, priceScale: number]>> = {
  GBp: ['GBP', 0.01],
  GBX: ['GBP', 0.01],
  ZAc: ['ZAR', 0.01],
  ILA: ['ILS', 0.01],
  KWF: ['KWD', 0.001],
}

/** Currency and scale of a price: London's pence are pounds at a scale of 0.01. */
export function currencyOf(code: string | null): { currency: string | null; priceScale: number } {
  const [currency, priceScale] = (code && minorUnits[code]) || [code, 1]
  return { currency, priceScale }
}
