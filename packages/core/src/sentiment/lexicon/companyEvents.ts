import type { PolarGroup } from './group.ts'

/** What companies do, and what happens to them. */
export const companyEvents: readonly PolarGroup[] = [
  { rule: 'event.beat', weight: 0.9, verbs: 'beat:beat:beaten outperform smash', words: 'upside_surprise' },
  {
    rule: 'event.miss',
    weight: -0.9,
    verbs: 'miss underperform disappoint underwhelm lag* trail fall:fell_short come:came_short',
  },
  { rule: 'event.win', weight: 0.6, verbs: 'win:won clinch prevail triumph', nouns: 'victory winner' },
  {
    rule: 'event.award',
    weight: 0.6,
    words: 'awarded chosen_as chosen_by selected_as selected_by has_selected been_selected preferred_bidder',
  },
  {
    rule: 'event.success',
    weight: 0.55,
    verbs: 'succeed thrive flourish prosper excel* overcome:overcame outstrip* surpass reap pay:paid_off',
    nouns: 'success breakthrough windfall boon tailwind',
  },
  {
    rule: 'event.benefit',
    weight: 0.4,
    verbs: 'benefit cheer buoy spur* underpin reassure',
    nouns: 'advantage synergy saving',
    words: 'fueled',
  },
  { rule: 'event.resolve', weight: 0.45, verbs: 'resolve dodge shrug_off shake:shook_off', words: 'relief' },
  {
    rule: 'event.partnership',
    weight: 0.3,
    verbs: 'team_up join_forces collaborate',
    nouns: 'partnership collaboration alliance joint_venture',
    words: 'partners_with partnered',
  },
  { rule: 'event.expansion', weight: 0.25, verbs: 'launch unveil roll_out', nouns: 'expansion' },
  { rule: 'event.resume', weight: 0.3, verbs: 'resume reopen restart reinstate relaunch' },
  {
    rule: 'event.buyback',
    weight: 0.7,
    nouns: 'buyback buy_back share_repurchase stock_repurchase',
    words: 'repurchase_program repurchase_shares',
  },
  { rule: 'event.dividend', weight: 0.5, nouns: 'special_dividend', words: 'capital_repayment' },
  {
    rule: 'event.dilution',
    weight: -0.6,
    nouns: 'rights_issue secondary_offering stock_offering share_offering',
    words: 'dilutive',
  },
  {
    rule: 'event.default',
    weight: -1,
    verbs: 'default',
    nouns: 'bankruptcy insolvency liquidation receivership',
    words: 'bankrupt insolvent chapter_11 going_concern into_administration junk',
  },
  { rule: 'event.rescue', weight: -0.5, nouns: 'bailout state_aid' },
  { rule: 'event.warning', weight: -0.8, verbs: 'warn caution', nouns: 'profit_warning red_flag alarm' },
  { rule: 'event.restate', weight: -0.7, verbs: 'restate misstate' },
  {
    rule: 'event.layoff',
    weight: -0.9,
    verbs: 'lay:laid_off furlough sack',
    nouns:
      'layoff lay_off redundancy job_cut job_loss statutory_negotiation codetermination_negotiation co_determination_negotiation personnel_negotiation',
    words: 'redundant',
  },
  {
    rule: 'event.strike',
    weight: -0.7,
    verbs: 'walk_out',
    nouns: 'strike walkout stoppage industrial_action lockout labor_dispute',
  },
  {
    rule: 'event.closure',
    weight: -0.7,
    verbs: 'shut*:shut shutter mothball close_down',
    nouns: 'closure shutdown',
  },
  {
    rule: 'event.halt',
    weight: -0.7,
    verbs:
      'halt suspend postpone delay shelve scrap* abandon cancel cancel* withdraw:withdrew:withdrawn defer* derail stall scupper ditch pull_out call_off terminate rescind revoke freeze:froze:frozen pull',
    nouns: 'suspension',
  },
  {
    rule: 'event.departure',
    weight: -0.45,
    verbs: 'resign quit*:quit step_down oust bow_out',
    nouns: 'resignation departure ouster exit',
    words: 'fired',
  },
  { rule: 'event.hiring', weight: 0.3, verbs: 'hire recruit' },
  {
    rule: 'event.damage',
    weight: -0.7,
    verbs:
      'hurt*:hurt hit*:hit suffer hamper weigh_on weigh_down drag* plague batter hammer pound threaten undermine cripple disrupt harm damage hinder impair burden jeopardize endanger dampen rattle spook roil squeeze thwart overshadow wreck ruin devastate tarnish blow',
    nouns: 'toll victim',
    words: 'adversely',
  },
  {
    rule: 'event.struggle',
    weight: -0.7,
    verbs:
      'struggle stumble flounder grapple fail flop* backfire scramble sputter botch reel lose:lost_out fall:fell_behind',
    nouns: 'failure mess fiasco debacle disaster nightmare catastrophe misstep blunder demise',
    words: 'loss_making money_losing',
  },
  { rule: 'event.recall', weight: -0.8, verbs: 'recall', nouns: 'defect', words: 'defective faulty' },
  {
    rule: 'event.accident',
    weight: -0.7,
    verbs: 'hack leak',
    words: 'grounded grounding',
    nouns:
      'outage glitch flaw cyberattack breach spill explosion fatality wildfire earthquake flood hurricane malfunction accident fire',
  },
  {
    rule: 'event.approval',
    weight: 0.75,
    verbs: 'approve authorize',
    nouns: 'approval clearance green_light go_ahead nod',
    words: 'cleared primary_endpoint',
  },
  {
    rule: 'event.rejection',
    weight: -0.8,
    verbs: 'reject refuse veto rebuff spurn snub* turn_down block',
    nouns: 'refusal clinical_hold',
  },
]
