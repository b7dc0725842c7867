import type { DirectionGroup } from './group.ts'

/** Verbs, nouns and adjectives of movement. What the movement means depends on what moves. */
export const directions: readonly DirectionGroup[] = [
  {
    amount: 1.3,
    verbs: 'soar surge rocket skyrocket spike explode boom leap:leapt triple',
  },
  {
    amount: 1,
    verbs:
      'rise:rose:risen climb jump grow:grew:grown advance rally mount escalate pop* multiply accelerate outpace',
    nouns: 'upturn',
    words: 'higher upward upwards greater larger bigger highest',
  },
  {
    amount: 1,
    transitive: true,
    verbs: 'raise lift boost increase hike expand double gain bolster',
    words: 'ups upped',
  },
  { amount: 0.7, verbs: 'edge_up inch_up tick_up' },
  {
    amount: 0.8,
    evaluative: true,
    verbs: 'improve recover rebound bounce strengthen revive stabilize pick_up regain turn_around',
    nouns: 'recovery improvement turnaround comeback',
    words: 'healthier stronger brighter',
  },
  {
    amount: -1.3,
    verbs: 'plunge plummet tumble nosedive crash collapse tank slump sink:sank:sunk',
    nouns: 'sell_off selloff rout free_fall freefall',
  },
  {
    amount: -1,
    verbs:
      'fall:fell:fallen drop* decline slide:slid slip* shrink:shrank:shrunk sag* retreat slow weaken fade wane cool taper decelerate diminish',
    nouns: 'downturn slowdown contraction',
    words: 'contracted contracting lower downward downwards smaller fewer weaker slower lowest less',
  },
  {
    amount: -1,
    transitive: true,
    verbs:
      'cut*:cut reduce lower slash trim* decrease lose:lost shed*:shed dent erode curb pare halve axe slim* narrow scale_back drag_down minimize',
    nouns: 'reduction cutback',
    words: 'narrower',
  },
  { amount: -0.7, verbs: 'dip* ease soften drift moderate edge_down inch_down tick_down' },
  {
    amount: -1,
    evaluative: true,
    verbs: 'worsen deteriorate stagnate falter languish',
    nouns: 'deterioration stagnation',
    words: 'worse worst',
  },
  // The size of a loss, a gap or a margin.
  { amount: 1, verbs: 'deepen widen', words: 'deeper wider' },
  { amount: 0.6, level: true, words: 'high elevated' },
  { amount: -0.6, level: true, words: 'low' },
]
