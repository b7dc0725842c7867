import type { DirectionGroup } from './group.ts'

/** Verbs, nouns and adjectives of movement. What the movement means depends on what moves. */
export const directions: readonly DirectionGroup[] = [
  {
    amount: 1.3,
    verbs:
      'soar surge rocket skyrocket spike balloon explode boom leap:leapt shoot:shot_up catapult vault quadruple triple zoom',
    words: 'upsurge multi_fold sky_high many_fold',
  },
  {
    amount: 1,
    verbs:
      'rise:rose:risen climb jump grow:grew:grown advance ascend rally spring:sprang:sprung swell:swelled:swollen mount escalate pop* go:went:gone_up move_up head_up come:came:come_up progress multiply accelerate outpace spurt gap*_up run:ran:run_up trend_up power_ahead snap*_back claw_back race_ahead gallop appreciate',
    nouns: 'uptick upturn upswing uptrend increment rise increase upside_move run_up',
    words: 'higher upward upwards greater larger bigger more_than_doubled uphill upped growing highest nearly_doubled',
  },
  {
    amount: 1,
    transitive: true,
    verbs:
      'raise lift boost increase hike expand double gain bolster step*_up ramp_up push_up drive:drove:driven_up speed:sped_up scale_up top*_up crank_up beef_up bump_up up jack_up send:sent_up broaden add quicken augment magnify widen swing_higher maximise maximize',
    nouns: 'boost hike raise',
  },
  {
    amount: 0.7,
    verbs: 'edge_up inch_up tick_up creep:crept_up nudge_up firm_up edge_higher inch_higher tick_higher drift_higher nose_up',
    words: 'firmer firmed',
  },
  {
    amount: 0.8,
    evaluative: true,
    verbs:
      'improve recover rebound bounce bounce_back strengthen rejuvenate revive turn_around turn_the_corner heal normalise normalize stabilise stabilize bottom_out perk_up pick_up brighten revitalise revitalize reinvigorate regain come:came_back',
    nouns: 'recovery improvement turnaround revival resurgence comeback upturn rebound stabilisation stabilization',
    words: 'healthier stronger brighter better_off improved',
  },
  {
    amount: -1.3,
    verbs:
      'plunge plummet tumble nosedive crash collapse crater tank slump sink:sank:sunk freefall:freefell:freefallen implode evaporate tailspin nose_dive cave_in free_fall crumble wipe_out',
    nouns: 'plunge nosedive crash collapse slump tumble tailspin sell_off selloff rout meltdown implosion',
  },
  {
    amount: -1,
    verbs:
      'fall:fell:fallen drop* decline dive slide:slid slip* ebb shrink:shrank:shrunk dwindle contract sag* retreat recede subside abate slow weaken fade wane skid* go:went:gone_down move_down come:came:come_down head_south go:went_south slow_down cool cool_off taper back_off decelerate wither diminish lessen give:gave:given_back pull_back turn_lower turn_south trend_down gap*_down roll_over depreciate devalue drift_lower decay regress thin*_out trend_lower',
    nouns:
      'fall drop decline decrease slide dip downturn slowdown downtrend downtick shrinkage erosion contraction deceleration retreat pullback weakening slow_down downswing drawdown outflow',
    words: 'lower downward downwards smaller fewer weaker slower declining downhill lowest less softer cheaper poorer',
  },
  {
    amount: -1,
    transitive: true,
    verbs:
      'cut*:cut reduce lower slash trim* decrease lose:lost shed*:shed dent erode curb curtail scale_back pare halve axe chop* shave slim* downsize depress drag*_down pull_down bring:brought_down push_down drive:drove:driven_down send:sent_lower bring:brought_lower dilute shorten lighten scale_down cut*:cut_back wind:wound_down knock_down knock_off wipe_off shave_off compress prune cap*_off minimise minimize deplete dial_back ratchet_down phase_out draw_down',
    nouns: 'reduction cut cutback curtailment',
  },
  {
    amount: -0.7,
    verbs: 'dip* ease soften edge_down inch_down tick_down creep:crept_down edge_lower inch_lower tick_lower nudge_down slip*_back drift moderate',
  },
  {
    amount: -1,
    evaluative: true,
    verbs: 'worsen deteriorate degrade stagnate falter backslide:backslid unravel sour languish flounder flatline',
    nouns: 'deterioration stagnation setback',
    words: 'worse worst',
  },
  // The size of a loss, a gap or a margin.
  { amount: -1, transitive: true, verbs: 'narrow', words: 'narrower' },
  { amount: 1, verbs: 'deepen swell', words: 'deeper wider' },
  { amount: 0.6, words: 'high elevated rich ample' },
  { amount: -0.6, words: 'low muted thin scarce' },
]
