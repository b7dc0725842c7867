import type { PolarGroup } from './group.ts'

/** How traders talk. Read in posts only: a cashtag or an emoji says that a text is one. */
export const social: readonly PolarGroup[] = [
  [
    'social.bullish',
    0.8,
    '|| moon mooning to_the_moon bull bulls breakout squeeze short_squeeze breaking_out broke_out ripping higher_highs higher_lows buy_the_dip green running bottomed ath oversold accumulating accumulate looking_good looks_good strength uptrend new_high new_highs cup_and_handle bull_flag on_fire steal cheap killing_it back_above bottom_is_in reversal fly flying covering wow patience gap_up winner monster nice',
  ],
  [
    'social.bearish',
    -0.8,
    '|| bear bears breakdown breaking_down bagholder dumping dumped dump lower_highs lower_lows red rolling_over roll_over dead hype weakness downtrend death_cross head_and_shoulders trash scam avoid trap gap_down falling_knife worthless expensive overpriced hate a_dog killed taking_profits took_profits bubble to_zero stopped_out ouch loser careful',
  ],
  [
    'social.position',
    0.6,
    'sell:sold_puts || long longs calls buying bought buy added adding holding buyers',
  ],
  ['social.position', -0.6, 'buy:bought_puts || short shorts puts selling sold sell sellers'],
  ['social.emoji', 0.7, '|| 🚀 📈 💎 🐂 💰 🔥 🟢 👍'],
  ['social.emoji', -0.7, '|| 📉 🐻 😱 🔴 👎'],
]
