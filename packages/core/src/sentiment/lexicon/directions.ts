import type { DirectionGroup } from './group.ts'

/** Verbs, nouns and adjectives of movement. What the movement means depends on what moves. */
export const directions: readonly DirectionGroup[] = [
  {
    direction: 1.3,
    verbs: 'soar surge rocket skyrocket spike explode boom leap:leapt triple',
  },
  {
    direction: 1,
    verbs: 'rise:rose:risen climb jump grow:grew:grown advance rally mount pop* accelerate outpace',
    nouns: 'upturn',
    words: 'higher upward greater larger bigger highest',
  },
  {
    direction: 1,
    transitive: true,
    verbs: 'raise lift boost increase hike expand double gain bolster',
    words: 'ups upped',
  },
  { direction: 0.7, verbs: 'edge_up inch_up tick_up' },
  {
    direction: 0.8,
    evaluative: true,
    verbs: 'improve recover rebound bounce strengthen revive stabilize pick_up regain turn_around',
    nouns: 'recovery pickup improvement turnaround comeback',
    words: 'healthier stronger',
  },
  {
    direction: -1.3,
    verbs: 'plunge plummet tumble crash crater collapse tank slump sink:sank:sunk',
    nouns: 'sell_off selloff rout free_fall freefall',
  },
  {
    direction: -1,
    verbs:
      'fall:fell:fallen drop* decline slide:slid slip* shrink:shrank:shrunk sag* retreat slow weaken fade wane dim* cool taper decelerate diminish',
    nouns: 'downturn slowdown contraction',
    words: 'contracted contracting lower downward downwards smaller fewer weaker slower lowest less',
  },
  {
    direction: -1,
    transitive: true,
    verbs:
      'cut*:cut reduce lower slash trim* decrease lose:lost shed*:shed dent erode curb pare halve axe squeeze narrow scale_back drag_down',
    nouns: 'reduction cutback',
    words: 'narrower',
  },
  { direction: -0.7, verbs: 'dip* ease soften drift moderate edge_down inch_down tick_down' },
  {
    direction: -1,
    evaluative: true,
    verbs: 'worsen deteriorate deepen stagnate falter',
    nouns: 'deterioration stagnation',
    words: 'worse worst',
  },
  // The size of a loss, a gap or a margin.
  { direction: 1, verbs: 'widen', words: 'wider' },
  { direction: 0.6, level: true, words: 'high elevated' },
  { direction: -0.6, level: true, words: 'low' },
]
