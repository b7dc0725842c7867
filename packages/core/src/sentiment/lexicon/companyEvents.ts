import type { PolarGroup } from './group.ts'

/** What companies do, and what happens to them. */
export const companyEvents: readonly PolarGroup[] = [
  { rule: 'event.beat', weight: 0.9, verbs: 'beat:beat:beaten outperform' },
  {
    rule: 'event.miss',
    weight: -0.9,
    verbs: 'miss underperform disappoint lag* trail fall:fell_short come:came_short',
  },
  { rule: 'event.win', weight: 0.6, verbs: 'win:won', nouns: 'victory winner' },
  {
    rule: 'event.award',
    weight: 0.6,
    words: 'awarded chosen_as chosen_by selected_as selected_by',
  },
  {
    rule: 'event.success',
    weight: 0.55,
    verbs: 'succeed thrive overcome:overcame outstrip* surpass pay:paid_off',
    nouns: 'success breakthrough tailwind',
  },
  {
    rule: 'event.benefit',
    weight: 0.4,
    verbs: 'benefit spur* cheer buoy',
    nouns: 'synergy',
    words: 'fueled',
  },
  { rule: 'event.resolve', weight: 0.45, verbs: 'shrug_off shake:shook_off', words: 'relief' },
  {
    rule: 'event.partnership',
    weight: 0.3,
    verbs: 'team_up collaborate',
    nouns: 'partnership collaboration alliance joint_venture',
    words: 'partners_with partnered',
  },
  { rule: 'event.expansion', weight: 0.15, verbs: 'launch unveil roll_out', nouns: 'expansion' },
  { rule: 'event.resume', weight: 0.3, verbs: 'resume reopen restart reinstate' },
  {
    rule: 'event.buyback',
    weight: 0.7,
    nouns: 'buyback buy_back share_repurchase stock_repurchase',
  },
  { rule: 'event.dividend', weight: 0.5, nouns: 'special_dividend' },
  {
    rule: 'event.dilution',
    weight: -0.6,
    nouns: 'rights_issue share_offering',
    words: 'dilutive',
  },
  {
    rule: 'event.default',
    weight: -1,
    verbs: 'default',
    nouns: 'bankruptcy insolvency liquidation',
    words: 'bankrupt chapter_11 going_concern junk',
  },
  { rule: 'event.rescue', weight: -0.5, nouns: 'bailout' },
  { rule: 'event.warning', weight: -0.8, verbs: 'warn caution', nouns: 'profit_warning alarm' },
  {
    rule: 'event.layoff',
    weight: -0.9,
    verbs: 'lay:laid_off furlough',
    nouns: 'layoff lay_off redundancy job_cut codetermination_negotiation co_determination_negotiation',
    words: 'redundant',
  },
  {
    rule: 'event.strike',
    weight: -0.7,
    verbs: 'walk_out',
    nouns: 'strike walkout',
  },
  {
    rule: 'event.closure',
    weight: -0.7,
    verbs: 'shut*:shut close_down',
    nouns: 'closure shutdown',
  },
  {
    rule: 'event.halt',
    weight: -0.7,
    verbs:
      'halt suspend postpone terminate derail stall delay scrap* abandon cancel cancel* withdraw:withdrew:withdrawn defer* pull_out call_off freeze:froze:frozen pull',
    nouns: 'suspension',
  },
  {
    rule: 'event.departure',
    weight: -0.45,
    verbs: 'resign quit*:quit step_down oust',
    nouns: 'resignation departure exit',
    words: 'fired',
  },
  { rule: 'event.hiring', weight: 0.3, verbs: 'hire recruit' },
  {
    rule: 'event.damage',
    weight: -0.7,
    verbs:
      'hurt*:hurt hit*:hit suffer hamper weigh_on weigh_down drag* plague threaten undermine cripple disrupt harm damage hinder impair burden jeopardize devastate blow batter hammer',
  },
  {
    rule: 'event.struggle',
    weight: -0.7,
    verbs: 'struggle flounder fail fall:fell_behind',
    nouns: 'failure',
    words: 'loss_making',
  },
  { rule: 'event.recall', weight: -0.8, verbs: 'recall', nouns: 'defect', words: 'defective' },
  {
    rule: 'event.accident',
    weight: -0.7,
    verbs: 'hack leak',
    words: 'grounded',
    nouns: 'outage glitch cyberattack breach accident fire',
  },
  {
    rule: 'event.approval',
    weight: 0.75,
    verbs: 'approve authorize',
    nouns: 'approval nod',
    words: 'cleared primary_endpoint',
  },
  {
    rule: 'event.rejection',
    weight: -0.8,
    verbs: 'reject refuse veto block',
    nouns: 'refusal',
  },
]
