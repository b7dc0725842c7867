import type { DirectionGroup } from './group.ts'

/** Verbs, nouns and adjectives of movement. What the movement means depends on what moves. */
export const directions: readonly DirectionGroup[] = [
  [1.3, 'soar surge rocket spike boom leap:leapt triple'],
  [
    1,
    'rise:rose:risen climb jump grow:grew:grown advance rally mount pop* accelerate outpace swell intensify || higher larger bigger highest',
  ],
  [
    1,
    'raise lift boost increase hike expand double gain ramp_up rev*_up step_up beef_up || ups upped',
    'transitive',
  ],
  [0.7, 'edge_up inch_up tick_up'],
  [
    0.8,
    'improve recover rebound bounce strengthen revive stabilize pick_up turn_around bounce_back gain_ground | recovery turnaround comeback | stronger',
    'evaluative',
  ],
  [-1.3, 'plunge plummet tumble crash collapse tank slump sink:sank:sunk | sell_off selloff rout'],
  [
    -1,
    'fall:fell:fallen drop* decline slide:slid slip* shrink:shrank:shrunk retreat slow weaken fade cool diminish dwindle stumble skid* pull_back | downturn slowdown contraction | contracted contracting downward smaller fewer weaker lowest less',
  ],
  [
    -1,
    'cut*:cut reduce lower slash trim* decrease lose:lost shed*:shed dent erode curb halve axe narrow scale_back pay:paid_down erase | reduction | narrower',
    'transitive',
  ],
  [-0.7, 'dip* ease drift moderate edge_down subside'],
  [-1, 'worsen deteriorate deepen falter lose:lost_ground | worse worst', 'evaluative'],
  [1, 'widen || wider'],
  [0.6, 'create add || high elevated', 'level'],
  [-0.6, '|| low', 'level'],
]
