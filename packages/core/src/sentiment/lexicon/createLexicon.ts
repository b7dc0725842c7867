import { companyEvents } from './companyEvents.ts'
import { directions } from './directions.ts'
import { createEntry, type Entry } from './entry.ts'
import type { PolarGroup, WordLists } from './group.ts'
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
  for (const group of language) fill(words, group, (entry) => modify(entry, group))
  for (const group of [...companyEvents, ...legalEvents, ...marketEvents, ...tone]) {
    if (group.adjective) fillAdjectives(words, group)
    fill(words, group, (entry) => {
      entry.polar = group.weight
      entry.rule = group.rule
      entry.object = group.object ?? false
      entry.adjective = group.adjective ?? false
    })
  }
  for (const group of directions) {
    fill(words, group, (entry) => {
      entry.direction = group.amount
      entry.transitive = group.transitive ?? false
      entry.evaluative = group.evaluative ?? false
      entry.level = group.level ?? false
    })
  }
  for (const group of metrics) {
    fill(words, group, (entry) => {
      entry.metric = group.weight
      entry.metricName = group.name
      entry.alone = group.alone ?? 0
    })
  }
  for (const group of modifiers) fill(words, group, (entry) => modify(entry, group))

  const posts = new Map<string, Entry>()
  for (const group of social) {
    fill(posts, group, (entry) => {
      entry.polar = group.weight
      entry.rule = group.rule
    })
  }
  return { words, social: posts }
}

function modify(entry: Entry, group: { kind: Entry['modifier']; factor?: number }): void {
  entry.modifier = group.kind
  entry.factor = group.factor ?? 1
}

/** An adjective brings its adverb and, where it has one, its opposite: "unprofitable". */
function fillAdjectives(target: Map<string, Entry>, { rule, weight, words }: PolarGroup): void {
  for (const word of split(words)) {
    for (const [form, polar] of [
      [adverbOf(word), weight],
      [`un${word}`, -0.9 * weight],
    ] as const) {
      const entry = entryOf(target, form)
      entry.polar = polar
      entry.rule = polar === weight ? rule : polar < 0 ? 'tone.negative' : 'tone.positive'
      entry.adjective = true
    }
  }
}

function fill(target: Map<string, Entry>, lists: WordLists, write: (entry: Entry) => void): void {
  const add = (form: string) => write(entryOf(target, form))
  for (const verb of split(lists.verbs)) for (const form of inflectVerb(verb)) add(form)
  for (const noun of split(lists.nouns)) for (const form of inflectNoun(noun)) add(form)
  for (const word of split(lists.words)) add(word)
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
