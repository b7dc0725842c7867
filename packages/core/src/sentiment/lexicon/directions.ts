import type { DirectionGroup } from './group.ts'

/** Verbs, nouns and adjectives of movement. What the movement means depends on what moves. */
export const directions: readonly DirectionGroup[] = [
  [1.3, 'soar surge rocket skyrocket spike explode boom leap:leapt triple'],
  [
    1,
    'rise:rose:risen climb jump grow:grew:grown advance rally mount pop* accelerate outpace | upturn | higher upward greater larger bigger highest',
  ],
  [1, 'raise lift boost increase hike expand double gain bolster || ups upped', 'transitive'],
  [0.7, 'edge_up inch_up tick_up'],
  [
    0.8,
    'improve recover rebound bounce strengthen revive stabilize pick_up regain turn_around | recovery pickup improvement turnaround comeback | healthier stronger',
    'evaluative',
  ],
  [
    -1.3,
    'plunge plummet tumble crash crater collapse tank slump sink:sank:sunk | sell_off selloff rout free_fall freefall',
  ],
  [
    -1,
    'fall:fell:fallen drop* decline slide:slid slip* shrink:shrank:shrunk sag* retreat slow weaken fade wane dim* cool taper decelerate diminish | downturn slowdown contraction | contracted contracting lower downward downwards smaller fewer weaker slower lowest less',
  ],
  [
    -1,
    'cut*:cut reduce lower slash trim* decrease lose:lost shed*:shed dent erode curb pare halve axe squeeze narrow scale_back drag_down | reduction cutback | narrower',
    'transitive',
  ],
  [-0.7, 'dip* ease soften drift moderate edge_down inch_down tick_down'],
  [-1, 'worsen deteriorate deepen stagnate falter | deterioration stagnation | worse worst', 'evaluative'],
  [1, 'widen || wider'],
  [0.6, '|| high elevated', 'level'],
  [-0.6, '|| low', 'level'],
]
