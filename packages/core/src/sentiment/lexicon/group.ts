/**
 * Words that mean the same to a market, written once, in three columns: `verbs | nouns | words`.
 *
 * Lists are space separated; `_` joins the words of a phrase. Verbs are inflected (`rise:rose:risen` names irregular
 * forms, `drop*` doubles its last letter), nouns get a plural, words are taken as they stand.
 */
export type WordLists = string

/** Something gets larger (> 0) or smaller (< 0). Its size is how far: 1 is a plain rise or fall. */
export type DirectionGroup = readonly [direction: number, lists: WordLists, trait?: DirectionTrait]

/**
 * - `transitive`: takes what it moves as its object: "cut costs"
 * - `evaluative`: good or bad whatever moves: losses that "improve" are good news
 * - `level`: states a height rather than a change, "high" or "low", and needs its name beside it
 */
type DirectionTrait = 'transitive' | 'evaluative' | 'level'

/**
 * Something that can be larger or smaller; `metric` > 0 when more of it is good news. `alone` is what its bare mention
 * says, when nothing is said to move it: a "loss" is bad by itself.
 */
export type MetricGroup = readonly [metricName: string, metric: number, lists: WordLists, alone?: number]

/** News by itself. `object`: it happens to what follows: "Goldman downgrades Apple" says nothing of Goldman. */
export type PolarGroup = readonly [rule: string, polar: number, lists: WordLists, object?: boolean]

/**
 * Adjectives, in one list. They colour what follows rather than stating a fact: "strong", which a fall makes worse. Each
 * brings its adverb and, where it has one, its opposite.
 */
export type ToneGroup = readonly [rule: string, polar: number, adjectives: string]

/** A word that changes the reading of what follows it. `factor`: what it multiplies by, or which way it points; its reader knows. */
export type ModifierGroup = readonly [modifier: Modifier, lists: WordLists, factor?: number]

export type Modifier =
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
  | 'side'
