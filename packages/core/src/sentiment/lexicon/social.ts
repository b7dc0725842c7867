import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  {
    rule: 'social.bullish',
    weight: 0.8,
    words:
      'bullish moon mooning to_the_moon bull bulls breakout break_out breaking_out broke_out double_bottom inverse_head_and_shoulders hod take_off blast_off primed poised squeeze squeezing tendies diamond_hands hodl ripping parabolic bull_flag higher_highs higher_lows buy_the_dip btfd green running runner bottomed bottoming bounce bouncing undervalued screaming_buy strong_buy no_brainer loading loaded uptrend ath oversold accumulating beast monster looking_good looks_good strength',
  },
  {
    rule: 'social.bearish',
    weight: -0.8,
    words:
      'bearish bear bears breakdown double_top head_and_shoulders lod doom breaking_down broke_down rekt bagholder bagholders paper_hands dumping dumped dump rug_pull scam crashing tanking bull_trap lower_highs lower_lows dead_cat overbought overvalued trash worthless bleeding red stopped_out falling_knife topping topped rolling_over toast doomed dead hype broken exhausted weakness',
  },
  {
    rule: 'social.position',
    weight: 0.6,
    words: 'long longs calls buying bought buy added adding holding buyers',
  },
  {
    rule: 'social.position',
    weight: -0.6,
    words: 'short shorts shorted shorting puts selling sold sell sellers trimmed trapped',
  },
  { rule: 'social.emoji', weight: 0.7, words: '🚀 🌕 🌙 📈 💎 🙌 🐂 🤑 💰 🔥 💪 🟢 ✅ 🎉 👍 ⬆ ↑' },
  { rule: 'social.emoji', weight: -0.7, words: '📉 🐻 🩸 💩 🔻 😭 😡 😱 🤡 👎 🔴 💀 ⬇ ↓ 💔' },
]
