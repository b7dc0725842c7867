import type { PolarGroup } from './group.ts'

/** What companies do, and what happens to them. */
export const companyEvents: readonly PolarGroup[] = [
  ['event.beat', 0.9, 'beat:beat:beaten outperform'],
  ['event.miss', -0.9, 'miss underperform disappoint lag* trail fall:fell_short'],
  ['event.win', 0.6, 'win:won | victory winner |'],
  ['event.award', 0.6, '|| awarded chosen_as chosen_by chosen_for has_ordered selected_as selected_by'],
  [
    'event.success',
    0.55,
    'succeed thrive surpass pay:paid_off fight:fought_back meet:met_main meet:met_primary | success breakthrough discovery tailwind milestone | shows_promise sold_out',
  ],
  [
    'event.benefit',
    0.4,
    'benefit cheer buoy reward flock welcome attract applaud lure | synergy saving | fueled',
  ],
  ['event.resolve', 0.45, 'shrug_off shake:shook_off repay || relief'],
  [
    'event.partnership',
    0.39,
    'team_up collaborate cooperate join_forces | partnership alliance joint_venture | partners_with',
  ],
  ['event.pressure', -0.4, 'brace loom || faces faced facing under_pressure under_fire bet_against'],
  ['event.expansion', 0.15, 'launch unveil roll_out | expansion'],
  ['event.resume', 0.35, 'resume reopen restart'],
  ['event.buyback', 0.7, 'buy:bought_back | buyback share_repurchase'],
  ['event.dividend', 0.5, '| special_dividend'],
  ['event.dilution', -0.6, '| rights_issue share_offering | dilutive'],
  [
    'event.default',
    -1,
    'fold | bankruptcy insolvency liquidation | defaults defaulted bankrupt chapter_11 into_administration going_concern junk',
  ],
  ['event.rescue', -0.5, '| bailout'],
  ['event.warning', -0.8, 'warn caution | profit_warning alarm'],
  ['event.layoff', -0.9, 'lay:laid_off furlough | layoff lay_off redundancy job_cut job_loss | redundant'],
  ['event.strike', -0.7, 'walk_out | strike'],
  ['event.closure', -0.7, 'shut*:shut close_down | closure shutdown'],
  [
    'event.halt',
    -0.7,
    'halt suspend postpone terminate derail stall delay scrap* abandon cancel cancel* withdraw:withdrew:withdrawn defer* call_off walk_away freeze:froze:frozen pull | suspension',
  ],
  ['event.departure', -0.21, 'resign quit*:quit step_down oust | resignation departure exit | fired'],
  ['event.hiring', 0.3, 'hire recruit'],
  [
    'event.damage',
    -0.7,
    'hurt:hurt hit*:hit suffer weigh_on drag* threaten disrupt damage burden blow hammer squeeze dampen bite:bit',
  ],
  ['event.struggle', -0.7, 'struggle blame fail fail_to | failure flop | loss_making ailing'],
  ['event.recall', -0.9, 'recall | defect | defective faulty'],
  ['event.accident', -0.7, 'hack leak breach steal:stole:stolen | outage accident fire meltdown | grounded'],
  ['event.approval', 0.75, 'approve authorize | approval nod endpoint green_light go_ahead | clears cleared'],
  ['event.rejection', -0.8, 'reject refuse veto block oppose |'],
]
