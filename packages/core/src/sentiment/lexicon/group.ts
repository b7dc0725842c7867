/**
 * Words that mean the same to a market, written once.
 *
 * Lists are space separated; `_` joins the words of a phrase. `verbs` are inflected (`rise:rose:risen` names irregular
 * forms, `drop*` doubles its last letter), `nouns` get a plural, `words` are taken as they stand.
 */
export type WordLists = { verbs?: string; nouns?: string; words?: string }

/** Something gets larger (`direction` > 0) or smaller (< 0). Its size is how far: 1 is a plain rise or fall. */
export type DirectionGroup = WordLists & {
  direction: number
  /** Takes what it moves as its object: "cut costs". */
  transitive?: boolean
  /** Good or bad whatever moves: losses that "improve" are good news. */
  evaluative?: boolean
  /** States a height rather than a change, "high" or "low", and needs its name beside it. */
  level?: boolean
}

/** Something that can be larger or smaller. `metric` > 0 when more of it is good news. */
export type MetricGroup = WordLists & {
  metricName: string
  metric: number
  /** What its bare mention says, when nothing is said to move it: a "loss" is bad by itself. */
  alone?: number
}

/** News by itself. */
export type PolarGroup = WordLists & {
  rule: string
  polar: number
  /** It happens to what follows: "Goldman downgrades Apple" says nothing of Goldman. */
  object?: boolean
  /** Colours what follows rather than stating a fact: "strong", which a fall makes worse. */
  adjective?: boolean
}

/** A word that changes the reading of what follows it. */
export type ModifierGroup = WordLists & {
  modifier:
    | 'negation'
    | 'hedge'
    | 'degree'
    | 'concession'
    | 'break'
    | 'subordinate'
    | 'baseline'
    | 'expected'
    | 'comparator'
    | 'win'
    | 'contract'
    | 'acquire'
    | 'sell'
    | 'motion'
    | 'cause'
    | 'regulator'
    | 'facility'
    | 'close'
    | 'feature'
    | 'public'
    | 'plain'
    | 'analyst'
    | 'business'
    | 'rating'
    | 'record'
    | 'extreme'
    | 'english'
    | 'foreign'
    | 'toward'
  /** What it multiplies by, or which way it points; its reader knows. */
  factor?: number
}

/** What a group says of its words is written into their entries as it stands. */
export type Group = DirectionGroup | MetricGroup | PolarGroup | ModifierGroup
