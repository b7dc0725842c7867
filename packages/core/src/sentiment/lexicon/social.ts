import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  [
    'social.bullish',
    0.8,
    '|| moon mooning to_the_moon bull bulls breakout squeeze short_squeeze breaking_out broke_out squeezing ripping higher_highs higher_lows buy_the_dip green running bottomed ath oversold accumulating looking_good looks_good strength',
  ],
  [
    'social.bearish',
    -0.8,
    '|| bear bears breakdown breaking_down broke_down bagholder dumping dumped dump lower_highs lower_lows red rolling_over dead hype weakness',
  ],
  [
    'social.position',
    0.6,
    'sell:sold_puts || long longs calls buying bought buy added adding holding buyers',
  ],
  [
    'social.position',
    -0.6,
    'buy:bought_puts || short shorts shorted shorting puts selling sold sell sellers',
  ],
  ['social.emoji', 0.7, '|| 🚀 🌙 📈 💎 🐂 💰 🔥 🟢 👍'],
  ['social.emoji', -0.7, '|| 📉 🐻 🩸 💩 🔻 😱 🔴 👎'],
]
