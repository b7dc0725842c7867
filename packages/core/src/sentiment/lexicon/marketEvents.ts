import type { PolarGroup } from './group.ts'

/** Analysts, deals in shares, and the state of markets. */
export const marketEvents: readonly PolarGroup[] = [
  ['analyst.upgrade', 1, 'upgrade || top_pick', true],
  ['analyst.downgrade', -1, 'downgrade', true],
  ['analyst.positive', 0.7, '|| bullish insider_buying undervalued upside conviction_buy bargain'],
  [
    'analyst.negative',
    -0.7,
    '|| bearish insider_selling losing_streak overvalued overbought downside short_seller bubble',
  ],
  ['market.fall', -0.8, '| recession bear_market |'],
  ['market.rise', 0.8, '| bull_market bull_run | in_the_black'],
  ['market.stimulus', 0.4, '| stimulus rate_cut trade_deal | easing'],
  ['market.tightening', -0.35, '| rate_hike'],
  ['ownership.sell', -0.45, 'dump offload'],
  ['deal.talk', 0.3, '| merger takeover buyout tie_up bid deal | in_talks nears_deal'],
  ['deal.approach', 0.5, '| takeover_bid takeover_offer takeover_target | be_acquired acquired_by bought_by'],
]
