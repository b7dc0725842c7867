import { companyEvents } from './companyEvents.ts'
import { directions } from './directions.ts'
import { createEntry, type Entry } from './entry.ts'
import type { Group, PolarGroup } from './group.ts'
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
  for (const group of tone) fillAdjectives(words, group)
  const groups = [language, companyEvents, legalEvents, marketEvents, tone, directions, metrics, modifiers]
  for (const group of groups.flat()) fill(words, group)

  const posts = new Map<string, Entry>()
  for (const group of social) fill(posts, group)
  return { words, social: posts }
}

/** An adjective brings its adverb and, where it has one, its opposite: "unprofitable". */
function fillAdjectives(target: Map<string, Entry>, { rule, polar, words }: PolarGroup): void {
  for (const word of split(words)) {
    Object.assign(entryOf(target, adverbOf(word)), { rule, polar, adjective: true })
    const opposite = polar < 0 ? 'tone.positive' : 'tone.negative'
    Object.assign(entryOf(target, `un${word}`), { rule: opposite, polar: -0.9 * polar, adjective: true })
  }
}

function fill(target: Map<string, Entry>, { verbs, nouns, words, ...meaning }: Group): void {
  const forms = [...split(verbs).flatMap(inflectVerb), ...split(nouns).flatMap(inflectNoun), ...split(words)]
  for (const form of forms) Object.assign(entryOf(target, form), meaning)
}

function split(list: string | undefined): string[] {
  // An empty word would match everywhere.
  return list ? list.split(' ').filter(Boolean) : []
}

/** The entry of a word, or of a phrase under its first word, made when missing. */
function entryOf(target: Map<string, Entry>, form: string): Entry {
  const [first = '', ...rest] = form.split('_')
  let head = target.get(first)
  if (!head) {
    head = createEntry()
    target.set(first, head)
  }
  if (rest.length === 0) return head
  head.phrases ??= []
  const known = head.phrases.find((phrase) => phrase.rest.join('_') === rest.join('_'))
  if (known) return known.entry
  const entry = createEntry()
  head.phrases.push({ rest, entry })
  head.phrases.sort((left, right) => right.rest.length - left.rest.length)
  return entry
}
