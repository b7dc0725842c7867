import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'

/** `SMA(period=20),RSI()`: indicators as an address carries them. */
export function formatIndicators(choices: readonly IndicatorChoice[]): string {
  return choices
    .map(({ name, params }) => {
      const values = Object.entries(params ?? {}).map(([key, value]) => `${key}=${value}`)
      return `${name}(${values.join(';')})`
    })
    .join(',')
}

/** Reads {@link formatIndicators} back; what makes no sense is left out. */
export function parseIndicators(text: string): readonly IndicatorChoice[] {
  return [...text.matchAll(/([A-Z][A-Z0-9_]*)(?:\(([^)]*)\))?/g)].map(([, name = '', inner = '']) => {
    const pairs = inner.split(';').map((pair) => pair.split('='))
    const params = pairs.flatMap(([key, value]) => {
      const number = Number(value)
      return key && value && Number.isFinite(number) ? [[key, number] as const] : []
    })
    return { name, params: Object.fromEntries(params) }
  })
}
