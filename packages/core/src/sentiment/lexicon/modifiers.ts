import type { ModifierGroup } from './group.ts'

/** Words that change how the next ones read. Contractions in "n't" negate without being listed. */
export const modifiers: readonly ModifierGroup[] = [
  {
    kind: 'negation',
    verbs: 'resolve avoid avert prevent deny defy allay lack fail_to',
    words:
      'not no never without neither nor cannot cant dont wont hardly no_longer unlikely lack_of free_of far_from instead_of rather_than',
  },
  {
    kind: 'hedge',
    factor: 0.6,
    verbs: 'mull consider explore eye',
    nouns: 'rumor talk',
    words: 'may might could can possibly potentially rumored speculation would should',
  },
  {
    kind: 'hedge',
    factor: 0.8,
    verbs: 'expect predict believe think:thought see:saw:seen',
    words: 'likely projected set_to reportedly plans_to plan_to',
  },
  {
    kind: 'hedge',
    factor: 0.35,
    verbs: 'aim strive intend help enable allow seek_to want_to hope_to try_to',
    nouns: 'goal objective',
    words: 'if whether unless in_order_to designed_to purpose',
  },
  {
    kind: 'degree',
    factor: 1.3,
    words:
      'very sharply sharp significantly significant substantial dramatic steep heavily hugely huge major extremely really deeply much far',
  },
  {
    kind: 'degree',
    factor: 0.75,
    words:
      'slightly slight marginally somewhat bit modestly modest minor partly partially fairly relatively little',
  },
  {
    kind: 'concession',
    factor: 0.3,
    words: 'despite in_spite_of shrugs_off offset_by',
  },
  { kind: 'break', words: 'but however while whereas although though yet meanwhile' },
  { kind: 'subordinate', factor: 0.75, words: 'as amid because due_to' },
  { kind: 'subordinate', factor: 0.5, words: 'after when since following before until' },
  { kind: 'baseline', words: 'from compared_to compared_with against versus vs' },
  {
    kind: 'expected',
    nouns: 'expectation estimate forecast',
    words: 'expected consensus feared anticipated predicted the_street wall_street',
  },
  {
    kind: 'comparator',
    factor: 1,
    verbs: 'exceed top* surpass',
    words: 'above better_than ahead_of stronger_than past over',
  },
  {
    kind: 'comparator',
    factor: -1,
    words: 'below short_of worse_than weaker_than slower_than under shy_of behind',
  },
  { kind: 'comparator', factor: 2, words: 'higher_than larger_than bigger_than' },
  { kind: 'comparator', factor: -2, words: 'lower_than smaller_than' },
  {
    kind: 'win',
    verbs: 'win:won secure land bag* receive obtain get*:got sign award seal agree strike:struck finalize',
  },
  { kind: 'contract', nouns: 'contract order deal agreement tender' },
  {
    kind: 'acquire',
    verbs: 'acquire purchase take:took_over',
    words: 'buys bought buying takeover_of acquisition_of merger_with merge_with',
  },
  { kind: 'cause', verbs: 'push drive:drove bring:brought send:sent' },
  {
    kind: 'analyst',
    verbs: 'initiate start resume reiterate maintain rate assign',
    nouns: 'analyst',
    words: 'coverage',
  },
  { kind: 'sell', verbs: 'sell:sold divest' },
  {
    kind: 'motion',
    verbs:
      'go:went:gone come:came move head trend turn run:ran step ramp speed scale creep:crept shoot:shot gap*',
  },
  {
    kind: 'regulator',
    nouns: 'regulator court judge drug authority',
    words: 'fda ema regulatory commission eu antitrust',
  },
  {
    kind: 'facility',
    nouns:
      'plant factory store branch office mill site mine refinery depot operation production shop restaurant',
  },
  { kind: 'close', verbs: 'close discontinue cease' },
  {
    kind: 'feature',
    words: 'how why what where who here should can does did is are do let meet watch listen highlight',
  },
  {
    kind: 'public',
    words:
      'fed trump congress senate parliament minister president police treasury opec ecb iran russia china japan india brexit election republican hong_kong white_house central_bank military lawmakers government',
  },
  {
    kind: 'plain',
    words:
      'profit_and_loss up_to more_than less_than share_capital share_issue private_equity stock_exchange per_share capital_gain best_known take_over_as high_speed high_tech exchange_rate outstanding_shares stock_options order_to break_up hedge_fund hedge_funds',
  },
  {
    kind: 'rating',
    factor: 1,
    words: 'buy outperform overweight accumulate strong_buy',
  },
  { kind: 'rating', factor: -1, words: 'sell underperform underweight strong_sell' },
  { kind: 'rating', factor: 0, words: 'hold neutral equal_weight market_perform sector_perform in_line' },
  {
    kind: 'business',
    nouns:
      'company bank firm maker investor market sector industry business trader startup brand retailer partner airline boss chairman director exporter producer lender insurer supplier',
    words: 'inc corp ltd plc group ceo cfo co chief holdings capital financial ipo',
  },
  { kind: 'record', words: 'record new fresh all_time week month year session multi_year' },
  { kind: 'extreme', factor: 1, words: 'high highs peak' },
  { kind: 'extreme', factor: -1, words: 'low lows' },
  {
    kind: 'toward',
    factor: 1,
    words:
      'to_profit into_profit to_a_profit to_the_black into_the_black to_profitability to_growth positive_territory',
  },
  {
    kind: 'toward',
    factor: -1,
    words: 'to_loss into_loss to_a_loss into_a_loss into_the_red to_the_red negative_territory',
  },
]
