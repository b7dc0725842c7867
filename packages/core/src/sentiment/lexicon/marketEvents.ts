import type { PolarGroup } from './group.ts'

/** Analysts, deals in shares, and the state of markets. */
export const marketEvents: readonly PolarGroup[] = [
  {
    rule: 'analyst.upgrade',
    polar: 1,
    object: true,
    verbs: 'upgrade',
    words: 'warms_to turns_positive top_pick',
  },
  {
    rule: 'analyst.downgrade',
    polar: -1,
    object: true,
    verbs: 'downgrade',
  },
  { rule: 'analyst.positive', polar: 0.7, words: 'bullish insider_buying positive_on undervalued upside' },
  {
    rule: 'analyst.negative',
    polar: -0.7,
    words: 'bearish insider_selling losing_streak negative_on overvalued overbought downside short_seller',
  },
  {
    rule: 'market.fall',
    polar: -0.8,
    nouns: 'recession bear_market market_correction',
    words: 'risk_off',
  },
  {
    rule: 'market.rise',
    polar: 0.8,
    nouns: 'bull_market bull_run',
    words: 'risk_on in_the_black',
  },
  {
    rule: 'market.stimulus',
    polar: 0.4,
    nouns: 'stimulus rate_cut trade_deal',
    words: 'easing',
  },
  { rule: 'market.tightening', polar: -0.35, nouns: 'rate_hike' },
  { rule: 'ownership.sell', polar: -0.45, verbs: 'dump unload offload' },
  { rule: 'deal.talk', polar: 0.3, nouns: 'merger takeover buyout tie_up', words: 'in_talks nears_deal' },
  {
    rule: 'deal.approach',
    polar: 0.5,
    nouns: 'takeover_bid takeover_offer suitor takeover_target',
    words: 'be_acquired acquired_by bought_by be_bought',
  },
]
