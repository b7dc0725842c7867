import type { ModifierGroup } from './group.ts'

/** Words that change how the next ones read. Contractions in "n't" negate without being listed. */
export const modifiers: readonly ModifierGroup[] = [
  {
    modifier: 'negation',
    verbs: 'resolve avoid avert prevent deny allay lack fail_to dismiss overturn throw:threw_out',
    words:
      'not no never without neither nor cannot cant dont wont hardly no_longer unlikely lack_of free_of far_from instead_of rather_than',
  },
  {
    modifier: 'hedge',
    factor: 0.6,
    verbs: 'mull consider explore eye',
    nouns: 'rumor talk',
    words: 'may might could can possibly potentially rumored speculation would should',
  },
  {
    modifier: 'hedge',
    factor: 0.8,
    verbs: 'expect predict believe think:thought see:saw:seen',
    words: 'likely projected set_to reportedly plans_to plan_to',
  },
  {
    modifier: 'hedge',
    factor: 0.35,
    verbs: 'aim strive intend help enable allow seek_to want_to hope_to try_to',
    nouns: 'goal objective',
    words: 'if whether unless designed_to purpose',
  },
  {
    modifier: 'degree',
    factor: 1.3,
    words:
      'very sharply sharp significantly significant substantial dramatic steep heavily huge major extremely really deeply much far',
  },
  {
    modifier: 'degree',
    factor: 0.75,
    words:
      'slightly slight marginally somewhat bit modestly modest minor partly partially fairly relatively little',
  },
  {
    modifier: 'concession',
    factor: 0.3,
    words: 'despite in_spite_of offset_by',
  },
  { modifier: 'break', words: 'but however while whereas although though yet meanwhile' },
  { modifier: 'subordinate', factor: 0.75, words: 'as amid because due_to' },
  { modifier: 'subordinate', factor: 0.5, words: 'after when since following before until' },
  { modifier: 'baseline', words: 'from compared_to compared_with against versus vs' },
  {
    modifier: 'expected',
    nouns: 'expectation estimate forecast view',
    words: 'est expected consensus feared anticipated predicted the_street wall_street',
  },
  {
    modifier: 'comparator',
    factor: 1,
    verbs: 'exceed top* surpass crush smash',
    words: 'above better_than ahead_of stronger_than past over',
  },
  {
    modifier: 'comparator',
    factor: -1,
    words: 'below short_of worse_than weaker_than slower_than under shy_of behind',
  },
  { modifier: 'comparator', factor: 2, words: 'higher_than larger_than bigger_than' },
  { modifier: 'comparator', factor: -2, words: 'lower_than smaller_than' },
  {
    modifier: 'win',
    verbs:
      'win:won secure clinch land bag* receive obtain get*:got sign award seal agree strike:struck finalize',
  },
  { modifier: 'contract', nouns: 'contract order deal agreement tender funding support backing' },
  {
    modifier: 'acquire',
    verbs: 'acquire purchase take:took_over',
    words: 'buys bought buying snaps_up takeover_of acquisition_of merger_with merge_with',
  },
  { modifier: 'cause', verbs: 'push drive:drove bring:brought send:sent' },
  {
    modifier: 'analyst',
    verbs: 'initiate start resume reiterate maintain rate assign',
    nouns: 'analyst',
    words: 'coverage',
  },
  { modifier: 'sell', verbs: 'sell:sold divest' },
  {
    modifier: 'motion',
    verbs:
      'go:went:gone come:came move head trend turn run:ran step ramp speed scale creep:crept shoot:shot gap*',
  },
  {
    modifier: 'regulator',
    nouns: 'regulator court judge drug authority',
    words: 'fda ema regulatory commission eu antitrust',
  },
  {
    modifier: 'facility',
    nouns:
      'plant factory store branch office mill site mine refinery depot operation production shop restaurant',
  },
  { modifier: 'close', verbs: 'close discontinue cease' },
  {
    modifier: 'feature',
    words: 'how why what where who here should can does did is are do let meet watch listen highlight',
  },
  {
    modifier: 'public',
    words:
      'fed trump congress senate parliament minister president police treasury opec ecb iran russia china japan india brexit election republican hong_kong white_house central_bank military lawmakers government',
  },
  {
    modifier: 'plain',
    words:
      'not_only profit_and_loss up_to more_than less_than share_capital share_issue private_equity stock_exchange per_share capital_gain in_a_row high_tech exchange_rate order_to break_up',
  },
  {
    modifier: 'rating',
    factor: 1,
    words: 'buy outperform overweight accumulate strong_buy',
  },
  { modifier: 'rating', factor: -1, words: 'sell underperform underweight strong_sell' },
  { modifier: 'rating', factor: 0, words: 'hold neutral equal_weight market_perform sector_perform in_line' },
  {
    modifier: 'business',
    nouns:
      'company bank firm maker investor shareholder supermarket chain miner builder grocer auditor broker drugmaker carmaker chipmaker market sector industry business trader startup brand retailer partner airline boss chairman director exporter producer lender insurer supplier',
    words: 'inc corp ltd plc group ceo cfo co chief holdings capital financial ipo',
  },
  { modifier: 'record', factor: 1, words: 'record new fresh all_time week month year session multi_year' },
  { modifier: 'extreme', factor: 1, words: 'high highs peak' },
  { modifier: 'extreme', factor: -1, words: 'low lows' },
  {
    modifier: 'toward',
    factor: 1,
    words:
      'to_profit back_in_profit surprise_profit into_profit to_a_profit to_the_black into_the_black to_profitability to_growth positive_territory',
  },
  {
    modifier: 'toward',
    factor: -1,
    words: 'to_loss surprise_loss into_loss to_a_loss into_a_loss into_the_red to_the_red negative_territory',
  },
]
