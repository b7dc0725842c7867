import type { PolarGroup } from './group.ts'

/** Analysts, deals in shares, and the state of markets. */
export const marketEvents: readonly PolarGroup[] = [
  { rule: 'analyst.upgrade', weight: 1, object: true, verbs: 'upgrade', nouns: 'upgrade', words: 'double_upgrade upgraded turns_bullish turns_positive gets_bullish raised_to_buy raised_to_outperform raised_to_overweight top_pick best_idea warms_up_to warms_to warms_up conviction_list conviction_buy conviction_buy_list' },
  { rule: 'analyst.downgrade', weight: -1, object: true, verbs: 'downgrade', nouns: 'downgrade', words: 'double_downgrade turns_bearish turns_negative turns_cautious cools_on sours_on steps_to_the_sidelines moves_to_the_sidelines on_the_sidelines gets_cautious backs_off cautious_on sees_downside bearish_on negative_on backs_away' },
  { rule: 'analyst.positive', weight: 0.7, words: 'positive_on bullish_on likes upside_potential undervalued outperformance sees_upside upbeat_on defends defended more_upside further_upside room_to_run upside attractive_valuation stays_bullish' },
  { rule: 'analyst.negative', weight: -0.7, words: 'overvalued downside overbought underperformance short_seller short_report short_sellers credit_watch negative_watch watch_negative negative_outlook stretched_valuation rich_valuation price_war' },
  { rule: 'market.fall', weight: -0.8, nouns: 'recession bloodbath bear_market market_turmoil correction depression stagflation bust black_monday circuit_breaker capitulation death_cross', words: 'trade_war_fears risk_off yield_curve_inverts hard_landing deflation stagnant' },
  { rule: 'market.rise', weight: 0.8, nouns: 'bull_market bull_run golden_cross risk_on winning_streak soft_landing melt_up multi_year_high rally', words: 'in_the_green risk_on back_in_the_black in_the_black' },
  { rule: 'market.stimulus', weight: 0.4, nouns: 'stimulus rate_cut trade_deal truce ceasefire', words: 'dovish easing' },
  { rule: 'market.tightening', weight: -0.35, nouns: 'rate_hike', words: 'hawkish' },
  { rule: 'ownership.buy', weight: 0.5, words: 'buys_stake takes_stake increases_stake boosts_stake raises_stake acquires_stake bought_stake took_stake insider_buying insider_buys loads_up buys_shares bought_shares snaps_up new_position building_a_stake builds_stake adds_to_stake buys_more hoards' },
  { rule: 'ownership.sell', weight: -0.45, words: 'sells_stake sold_stake cuts_stake trims_stake reduces_stake exits_stake dumps unloads dissolves_stake insider_selling insider_sells sells_shares sold_shares offloads dumped offload sold_off dissolved_stake sells_entire' },
  { rule: 'deal.approach', weight: 0.5, nouns: 'takeover_bid takeover_offer takeover_approach bidding_war takeover_interest suitor takeover_target takeover_talk buyout_offer tender_offer acquisition_offer takeover_speculation takeover_premium buyout_bid higher_bid merger_talk premium_to_the acquisition_target acquisition_bid cash_offer', words: 'to_be_acquired be_acquired acquired_by bought_by be_bought takes_private go_private goes_private going_private receives_bid received_bid agreed_bid in_play' },
]
