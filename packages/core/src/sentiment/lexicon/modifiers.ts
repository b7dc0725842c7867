import type { ModifierGroup } from './group.ts'

/** Words that change how the next ones read. Contractions in "n't" negate without being listed. */
export const modifiers: readonly ModifierGroup[] = [
  [
    'negation',
    'resolve rule_out overcome:overcame avoid avert escape survive fend_off solve shrug_off shake:shook_off prevent deny lack fail_to dismiss overturn throw:threw_out | dismissal | not no never without neither cannot cant dont wont unlikely cleared_of far_from instead_of rather_than anything_but',
  ],
  ['hedge', 'mull consider explore eye | rumor talk | may might could possibly would', 0.7],
  [
    'hedge',
    'expect predict believe think:thought see:saw:seen || likely projected set_to reportedly plans_to plan_to',
    0.8,
  ],
  [
    'hedge',
    'aim strive intend seek_to want_to hope_to try_to | goal objective | if whether unless subject_to designed_to',
    0.35,
  ],
  ['hedge', 'help enable allow', 0.5],
  [
    'degree',
    '|| very sharply sharp significantly significant substantial dramatic steep heavily huge major extremely really much far',
    1.3,
  ],
  ['degree', '|| slightly marginally somewhat bit modest partly fairly little', 0.75],
  ['concession', '|| despite in_spite_of offset_by although though', 0.3],
  ['break', '|| but however while whereas yet meanwhile'],
  ['subordinate', '|| as amid because due_to', 0.65],
  ['subordinate', '|| after when since following before until', 0.35],
  ['baseline', '|| from compared_to compared_with against versus vs'],
  [
    'expected',
    '| expectation estimate forecast view | est expected consensus feared anticipated the_street wall_street',
  ],
  // What was before is no expectation, but "above last year" reads the same.
  ['expected', '|| last_year previous_year year_earlier year_before year_ago', 1],
  ['comparator', 'exceed top* surpass crush || above ahead_of past over', 1],
  ['comparator', '|| below short_of under shy_of behind', -1],
  ['win', 'win:won secure land bag* receive obtain get*:got sign award seal agree strike:struck finalize'],
  ['contract', '| contract order deal agreement letter_of_intent tender pact funding support backing'],
  ['acquire', 'acquire purchase take:took_over || buys bought buying takeover_of acquisition_of merger_with'],
  ['cause', 'push drive:drove bring:brought send:sent'],
  ['analyst', 'initiate start resume reiterate maintain rate assign | analyst | coverage'],
  ['sell', 'sell:sold divest'],
  ['motion', 'go:went:gone come:came move head trend turn run:ran step ramp speed scale shoot:shot gap*'],
  ['regulator', '| regulator court judge drug authority | fda ema regulatory commission eu'],
  [
    'facility',
    '| plant factory store branch office mill site mine refinery depot operation production shop restaurant',
  ],
  ['close', 'close discontinue'],
  [
    'feature',
    '|| how why what where who here should can does did will is are do let meet watch listen highlight opinion video ask your inside',
  ],
  [
    'public',
    '|| fed trump congress senate minister president police treasury opec ecb iran russia china japan india brexit election hong_kong white_house central_bank military lawmakers government',
  ],
  [
    'plain',
    '|| not_only profit_and_loss up_to more_than less_than share_capital share_issue private_equity stock_exchange per_share capital_gain in_a_row high_tech order_to break_up before_tax before_taxes number_of_shares',
  ],
  ['rating', '|| buy outperform overweight accumulate strong_buy', 1],
  ['rating', '|| sell underperform underweight strong_sell', -1],
  ['rating', '|| hold neutral equal_weight in_line', 0],
  [
    'business',
    '| company bank firm maker investor shareholder supermarket chain miner builder grocer auditor broker drugmaker market sector industry business trader startup brand retailer partner airline boss chairman director exporter producer lender insurer supplier union pilot quarter | inc corp ltd plc group ceo cfo co chief holdings capital financial ipo',
  ],
  ['record', '|| record new fresh all_time week month year session', 1],
  ['extreme', '|| high highs peak', 1],
  ['extreme', '|| low lows', -1],
  ['side', '|| profit profitability growth black', 1],
  ['side', '|| loss red', -1],
]
