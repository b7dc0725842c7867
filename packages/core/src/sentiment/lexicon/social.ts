import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  [
    'social.bullish',
    0.8,
    '|| moon to_the_moon bull bulls breakout squeeze short_squeeze breaking_out broke_out higher_highs higher_lows buy_the_dip green running oversold accumulate looking_good looks_good strength uptrend cheap above reversal fly flying covering nice',
  ],
  [
    'social.bearish',
    -0.8,
    '|| bear bears breakdown breaking_down bagholder taking_profits dumping lower_highs lower_lows red rolling_over dead weakness downtrend scam avoid expensive hate killed bubble ouch loser careful below dilution broke',
  ],
  ['social.position', 0.6, '|| long calls buying bought buy added adding holding buyers'],
  ['social.position', -0.6, '|| short shorts shorting puts selling sold sell sellers'],
  ['social.emoji', 0.7, '|| 🚀 📈 💎 🔥'],
  ['social.emoji', -0.7, '|| 📉 🐻'],
]
