import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  [
    'social.bullish',
    0.8,
    '|| moon mooning to_the_moon bull bulls breakout squeeze short_squeeze breaking_out broke_out higher_highs higher_lows buy_the_dip green running ath oversold accumulate looking_good looks_good strength uptrend cup_and_handle on_fire steal cheap gift intact above killing_it bottom_is_in reversal fly flying covering wow patience gap_up winner monster nice',
  ],
  [
    'social.bearish',
    -0.8,
    '|| bear bears breakdown breaking_down bagholder dumping dumped dump lower_highs lower_lows red rolling_over roll_over dead hype weakness downtrend death_cross trash scam avoid trap worthless expensive overpriced hate a_dog killed taking_profits took_profits bubble to_zero stopped_out ouch loser careful below dilution stuck nowhere broke faded',
  ],
  ['social.position', 0.6, '|| long longs call calls buying bought buy added adding holding buyers'],
  ['social.position', -0.6, '|| short shorts shorting put puts selling sold sell sellers'],
  ['social.emoji', 0.7, '|| 🚀 📈 💎 🐂 💰 🔥 🟢 👍'],
  ['social.emoji', -0.7, '|| 📉 🐻 😱 🔴 👎'],
]
