/** Whose seeding a recursive average follows where the products differ. Each function says what that changes. */
export type Profile = 'talib-0.6.4' | 'tradingview'
