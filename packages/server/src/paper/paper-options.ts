import type { AccountSettings } from './engine/events.ts'

/** Settings of which some may be left to others. */
export type SomeSettings = { [name in keyof AccountSettings]?: AccountSettings[name] | undefined }

export type PaperOptions = {
  /** Paper accounts that one principal may have. @default 10 */
  accountsPerOwner?: number | undefined
  /** How far apart points of an equity curve are between fills, ms. @default 300000 */
  markEveryMs?: number | undefined
  /** What an account is opened with where the caller says nothing else. */
  defaults?: SomeSettings | undefined
}

/** A hundred thousand dollars, no commission, no slippage, no short sales. */
const usualSettings: AccountSettings = {
  currency: 'USD',
  cash: '100000',
  allowShort: false,
  commission: { perUnit: '0', rate: '0', minimum: '0' },
  slippageBps: '0',
  liquidity: 'displayed',
}

/** What was given, else the defaults, else what is usual. */
export function completeSettings(given: SomeSettings, defaults: SomeSettings = {}): AccountSettings {
  const {
    currency = usualSettings.currency,
    cash = usualSettings.cash,
    allowShort = usualSettings.allowShort,
    commission = usualSettings.commission,
    slippageBps = usualSettings.slippageBps,
    liquidity = usualSettings.liquidity,
  } = defaults
  return {
    currency: given.currency ?? currency,
    cash: given.cash ?? cash,
    allowShort: given.allowShort ?? allowShort,
    commission: given.commission ?? commission,
    slippageBps: given.slippageBps ?? slippageBps,
    liquidity: given.liquidity ?? liquidity,
  }
}
