import type { Claim, Reference, SlotValue } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import { allowedPhrases } from './allowedPhrases.ts'
import { type Bound, checkComparison } from './checkComparison.ts'
import { checkProse } from './checkProse.ts'
import { findComparativeWords, hasNegation } from './comparativeWords.ts'
import { findForeignMetric } from './findForeignMetric.ts'
import { findForeignSubject } from './findForeignSubject.ts'
import { maskPhrases } from './findNumbers.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import { isInstrument } from './isInstrument.ts'
import type { Violation, ViolationKind } from './violation.ts'

export type ClaimVerdict = { violations: readonly Violation[]; values: readonly SlotValue[] }

/**
 * Holds one claim to the evidence: its references, its numbers, its comparisons, its words.
 *
 * @param about - The instrument that the part of the report around the claim is about: the claim points at it, or names
 *   what it points at.
 */
export function verifyClaim(
  claim: Claim,
  evidence: EvidenceIndex,
  path: string,
  about?: string,
): ClaimVerdict {
  const violations: Violation[] = []
  const note = (kind: ViolationKind, message: string, where = 'text') =>
    violations.push({ path: `${path}.${where}`, kind, message })

  if (claim.slots.length === 0 && claim.quotes.length === 0) note('ungrounded', 'It points at no evidence.')
  const values: SlotValue[] = []
  const bound = new Map<string, Bound>()
  claim.slots.forEach((slot, index) => {
    const resolution = resolveSlot(slot, evidence.get)
    if (!resolution.ok) {
      note(resolution.problem, resolution.message, `slots[${index}]`)
    } else if (bound.has(slot.name)) {
      note('unbound-slot', `{${slot.name}} is given twice.`, `slots[${index}]`)
    } else {
      const { value, unit } = resolution
      values.push({ name: slot.name, value, unit })
      bound.set(slot.name, { slot, value, unit })
    }
  })
  checkDates(claim, evidence, note)
  const bare = claim.text.replace(slotPattern, slotMark)
  const references = claim.slots.flatMap((slot): Reference[] => (slot.base ? [slot, slot.base] : [slot]))
  const metrics = references.map(({ metric }) => metric)
  const cited = new Set([...references, ...claim.quotes].map(({ ref }) => evidence.get(ref)?.subject ?? ref))
  // The name of Five Below or Best Buy counts and compares nothing. A symbol of digits alone cannot be told from a number.
  const names = [...cited]
    .flatMap((subject) => evidence.subjects.get(subject) ?? [])
    .filter((name) => /\p{L}/u.test(name))
  checkBinding(claim, bare, note)
  checkComparisons({ ...claim, text: maskPhrases(claim.text, names) }, bound, note)
  checkQuotes(claim, evidence, note)

  const allowed = () => [...names, ...metrics.flatMap(allowedPhrases)]
  violations.push(...checkProse(bare.replaceAll(slotMark, ' '), `${path}.text`, allowed))
  // Whoever reads a sentence without a name takes it to be about the instrument at hand, if there is one.
  for (const subject of cited) {
    if (subject !== about && isInstrument(subject) && !isNamed(evidence.subjects.get(subject) ?? [], bare))
      note('foreign-subject', `Name ${subject}.`)
  }
  const stranger = findForeignSubject(bare, names, evidence.subjects.values(), metrics)
  if (stranger) note('foreign-subject', `The sentence names ${stranger}, its slots do not.`)
  const own = claim.slots.flatMap(({ metric, op, base }) => [`${metric} ${op}`, base?.metric ?? metric])
  const others = references.flatMap(({ ref }) => evidence.get(ref)?.metrics ?? [])
  const foreign = findForeignMetric(maskPhrases(bare, names), own, others)
  if (foreign) note('foreign-metric', `The sentence names ${foreign}, its slots do not.`)
  return { violations, values }
}

type Note = (kind: ViolationKind, message: string, where?: string) => void

/** Stands for a slot where only its place matters. */
const slotMark = '{}'

function checkBinding(claim: Claim, bare: string, note: Note): void {
  const inText = new Set<string>()
  for (const [, name = ''] of claim.text.matchAll(slotPattern)) inText.add(name)
  for (const name of inText)
    if (!claim.slots.some((slot) => slot.name === name)) note('unbound-slot', `{${name}} has no slot.`)
  for (const { name } of claim.slots) {
    const isCompared = () => claim.comparisons.some(({ left, right }) => left === name || right === name)
    if (!inText.has(name) && !isCompared()) note('unbound-slot', `{${name}} is not used in the text.`)
  }
  const mark = besideSlot.exec(bare)?.[0]
  if (mark !== undefined)
    note('number-in-prose', `"${mark}" changes the number, which has its sign, scale and unit.`)
}

// What joins a slot to make another number of it: a sign (`-{a}`), a digit or a fraction (`{a}.{b}`), a scale (`{a}k`), a
// unit. A dash between two slots makes a range.
const besideSlot =
  /[^\s("'‘“}–—-]\{\}|(?<!\})[-–]\{\}|(?:^|[^}][\s(])(?:[-–+]|minus|euro|USD|EUR|GBP|JPY|CHF) \{\}|\{\}(?:[^\s.,:;!?)"'’”–—-]|[\s-]*(?:[kmbt]l?n?|x|times|pct|bp|dollar|cent|euro|pound|yen|USD|EUR|GBP|JPY|CHF)s?\b)/i

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates(claim: Claim, evidence: EvidenceIndex, note: Note): void {
  const places = [...claim.text.matchAll(slotPattern)]
  places.forEach(([, name, date], index) => {
    const before = claim.text.slice(0, places[index]?.index)
    if (!date || /(?:since|from|until|to|after|before|between|and) $/.test(before)) return
    const [, beside = name] =
      [places[index - 1], ...places.slice(index + 1)].find((place) => place && !place[2]) ?? []
    if (beside !== name) note('undated', `{${name}.date} dates {${beside}}.`)
  })
  for (const slot of claim.slots) {
    const newest = evidence.get(slot.ref)?.asOf.at(-1)
    const shown = claim.text.includes(`{${slot.name}}`)
    if (
      shown &&
      newest !== undefined &&
      slot.asOf !== newest &&
      !claim.text.includes(`{${slot.name}.date}`)
    ) {
      note('undated', `{${slot.name}} is not the newest: show {${slot.name}.date}.`)
    }
  }
}

function checkComparisons({ text, comparisons }: Claim, bound: ReadonlyMap<string, Bound>, note: Note): void {
  const words = findComparativeWords(text)
  const undeclared = (message: string, where?: string) => note('undeclared-comparison', message, where)
  if (words.length > 0 && hasNegation(text)) undeclared('Compare plainly, without negation.')
  if (words.length !== comparisons.length) {
    const list = words.map((word) => `"${word.text}"`).join(', ') || 'none'
    undeclared(`Comparative words: ${list}. List a comparison for each, in order, and no others.`)
  }
  comparisons.forEach((comparison, index) => {
    const where = `comparisons[${index}]`
    const { left, relation, right } = comparison
    const word = words[index]
    if (word && !word.relations.includes(relation))
      undeclared(`"${word.text}" does not say "${relation}".`, where)
    const [first, second] = [text.indexOf(`{${left}`), right === null ? -1 : text.indexOf(`{${right}`)]
    // What is above what is told by what stands on which side of the word.
    const at = word && /^(?:above|below)$/.test(relation) ? word.start : first
    if (second >= 0 && !(first <= at && at < second))
      undeclared(`The order in the text is {${left}}, the word, {${right}}.`, where)
    // What rises from the left to the right is higher on the right.
    const isTurned =
      /^(?:ris|fall)/.test(relation) &&
      new RegExp(`from \\{${left}\\b|\\{${left}\\}[^{]* to \\{${right}\\b`).test(text)
    const problem = checkComparison(
      isTurned && right !== null ? { left: right, relation, right: left } : comparison,
      word?.text ?? '',
      bound,
    )
    if (problem) note('false-comparison', problem, where)
  })
}

function checkQuotes(claim: Claim, index: EvidenceIndex, note: Note): void {
  claim.quotes.forEach((quote, place) => {
    const evidence = index.get(quote.ref)
    const source = evidence?.quotes?.find(({ article }) => article === quote.article)
    const { start, end } = quote
    const whole = Number.isInteger(start) && Number.isInteger(end)
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(({ article }) => article === quote.article)?.spans
    const chosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!source || !chosen || !whole || start < 0 || end <= start || end > source.text.length) {
      note('false-quote', `There is no such passage of ${quote.article} in ${quote.ref}.`, `quotes[${place}]`)
    }
  })
}

/** By its symbol, a name, or the first word of one, which is none in `The Home Depot`. */
function isNamed(names: readonly string[], text: string): boolean {
  return names.some((name) => {
    const [word = ''] = name.split(' ')
    return indexOfWhole(text, name, 0) >= 0 || (/^(?!The$).../.test(word) && indexOfWhole(text, word, 0) >= 0)
  })
}
