import type { LlmPrice } from './port.ts'

const oldAfterDays = 180

/** Whether a price stands in a list so old that vendors are likely to have changed it. Given prices never are. */
export function arePricesOld({ asOf }: LlmPrice, now: number): boolean {
  return asOf !== undefined && now - Date.parse(asOf) > oldAfterDays * 86_400_000
}
