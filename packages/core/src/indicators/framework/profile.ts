/** Whose conventions a function follows where products differ: above all how averages begin. Each function says what it changes. */
export type Profile = 'talib-0.6.4' | 'tradingview'

/** Values that an exponential average is seeded with: the mean of `period`, or with the tradingview profile the first alone. */
export function seedOf(profile: Profile | undefined, period: number): number {
  return profile === 'tradingview' ? 1 : period
}
