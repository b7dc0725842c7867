import type { PolarGroup } from './group.ts'

/** Analysts, deals in shares, and the state of markets. */
export const marketEvents: readonly PolarGroup[] = [
  {
    rule: 'analyst.upgrade',
    weight: 1,
    object: true,
    verbs: 'upgrade warm',
    words: 'turns_positive top_pick',
  },
  {
    rule: 'analyst.downgrade',
    weight: -1,
    object: true,
    verbs: 'downgrade',
  },
  { rule: 'analyst.positive', weight: 0.7, words: 'bullish positive_on undervalued upside' },
  {
    rule: 'analyst.negative',
    weight: -0.7,
    words: 'bearish negative_on overvalued overbought downside short_seller',
  },
  {
    rule: 'market.fall',
    weight: -0.8,
    nouns: 'recession bear_market correction',
    words: 'risk_off',
  },
  {
    rule: 'market.rise',
    weight: 0.8,
    nouns: 'bull_market bull_run',
    words: 'risk_on in_the_black',
  },
  {
    rule: 'market.stimulus',
    weight: 0.4,
    nouns: 'stimulus rate_cut trade_deal',
    words: 'easing',
  },
  { rule: 'market.tightening', weight: -0.35, nouns: 'rate_hike' },
  { rule: 'ownership.sell', weight: -0.45, verbs: 'dump unload offload' },
  { rule: 'deal.talk', weight: 0.3, nouns: 'merger takeover buyout tie_up' },
  {
    rule: 'deal.approach',
    weight: 0.5,
    nouns: 'takeover_bid takeover_offer suitor takeover_target',
    words: 'be_acquired acquired_by bought_by be_bought',
  },
]
