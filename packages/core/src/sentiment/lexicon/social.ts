import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  {
    rule: 'social.bullish',
    polar: 0.8,
    words:
      'moon mooning to_the_moon bull bulls breakout squeeze short_squeeze breaking_out broke_out squeezing ripping higher_highs higher_lows buy_the_dip green running bottomed ath oversold accumulating looking_good looks_good strength',
  },
  {
    rule: 'social.bearish',
    polar: -0.8,
    words:
      'bear bears breakdown breaking_down broke_down bagholder dumping dumped dump lower_highs lower_lows red rolling_over dead hype weakness',
  },
  {
    rule: 'social.position',
    polar: 0.6,
    verbs: 'sell:sold_puts',
    words: 'long longs calls buying bought buy added adding holding buyers',
  },
  {
    rule: 'social.position',
    polar: -0.6,
    verbs: 'buy:bought_puts',
    words: 'short shorts shorted shorting puts selling sold sell sellers',
  },
  { rule: 'social.emoji', polar: 0.7, words: '🚀 🌙 📈 💎 🐂 💰 🔥 🟢 👍' },
  { rule: 'social.emoji', polar: -0.7, words: '📉 🐻 🩸 💩 🔻 😱 🔴 👎' },
]
