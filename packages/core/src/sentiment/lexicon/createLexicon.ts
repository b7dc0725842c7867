import { companyEvents } from './companyEvents.ts'
import { directions } from './directions.ts'
import { createEntry, type Entry } from './entry.ts'
import type { WordLists } from './group.ts'
import { adverbOf, inflectNoun, inflectVerb } from './inflect.ts'
import { language } from './language.ts'
import { legalEvents } from './legalEvents.ts'
import { marketEvents } from './marketEvents.ts'
import { metrics } from './metrics.ts'
import { modifiers } from './modifiers.ts'
import { social } from './social.ts'
import { tone } from './tone.ts'

/** Word form → what it means. `social` holds what a word means in a post and nowhere else. */
export type Lexicon = { words: ReadonlyMap<string, Entry>; social: ReadonlyMap<string, Entry> }

/**
 * Expands the word lists to their forms, about 5 ms. A form may be in several groups: "cut" is a direction,
 * "order" is both a metric and a contract. Of two groups of the same kind the later one wins.
 */
export function createLexicon(): Lexicon {
  const words = new Map<string, Entry>()
  const posts = new Map<string, Entry>()
  // Adverbs and opposites ("unprofitable") are derived first, so that a word listed for itself keeps its own meaning.
  for (const [rule, polar, list] of tone) {
    const adjectives = split(list)
    const opposite = polar < 0 ? 'tone.positive' : 'tone.negative'
    fill(words, adjectives.map(adverbOf), { rule, polar, adjective: true })
    fill(
      words,
      adjectives.map((word) => `un${word}`),
      { rule: opposite, polar: -0.9 * polar, adjective: true },
    )
  }
  for (const [modifier, lists, factor = 0] of [...language, ...modifiers]) {
    fill(words, formsOf(lists), { modifier, factor })
  }
  for (const [rule, polar, lists, object = false] of [...companyEvents, ...legalEvents, ...marketEvents]) {
    fill(words, formsOf(lists), { rule, polar, object })
  }
  for (const [rule, polar, list] of tone) fill(words, split(list), { rule, polar, adjective: true })
  for (const [direction, lists, trait] of directions) {
    fill(words, formsOf(lists), { direction, ...(trait && { [trait]: true }) })
  }
  for (const [metricName, metric, lists, alone = 0] of metrics) {
    fill(words, formsOf(lists), { metricName, metric, alone })
  }
  for (const [rule, polar, lists] of social) fill(posts, formsOf(lists), { rule, polar })
  return { words, social: posts }
}

function fill(target: Map<string, Entry>, forms: readonly string[], meaning: Partial<Entry>): void {
  for (const form of forms) {
    // Lists are in American spelling; texts come in either. What does not exist does no harm.
    const british = form.length > 4 ? [form.replace('or', 'our'), form.replace('iz', 'is')] : []
    for (const spelled of new Set([form, ...british])) Object.assign(entryOf(target, spelled), meaning)
  }
}

/** The forms of three columns: verbs, nouns and words. */
function formsOf(lists: WordLists): string[] {
  const [verbs = [], nouns = [], words = []] = lists.split('|').map(split)
  return [...verbs.flatMap(inflectVerb), ...nouns.flatMap(inflectNoun), ...words]
}

function split(list: string): string[] {
  // An empty word would match everywhere.
  return list.split(' ').filter(Boolean)
}

/** The entry of a word, or of a phrase among those that its first word starts, made when missing. */
function entryOf(entries: Map<string, Entry>, form: string): Entry {
  const [first = '', ...rest] = form.split('_')
  const entry = entries.get(first) ?? createEntry()
  entries.set(first, entry)
  if (rest.length === 0) return entry
  entry.phrases ??= new Map()
  return entryOf(entry.phrases, rest.join('_'))
}
