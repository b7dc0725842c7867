import type { Claim, Reference, SlotValue } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import { allowedPhrases } from './allowedPhrases.ts'
import { type Bound, checkComparison } from './checkComparison.ts'
import { checkProse } from './checkProse.ts'
import { checkWording, negation } from './checkWording.ts'
import { findComparativeWords } from './comparativeWords.ts'
import { findForeignMetric, isSaid } from './findForeignMetric.ts'
import { findForeignSubject } from './findForeignSubject.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import { isInstrument } from './isInstrument.ts'
import { maskNames, maskPhrases } from './setPhrases.ts'
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
  const note = (kind: ViolationKind, detail = '', where = 'text') =>
    violations.push({ path: `${path}.${where}`, kind, detail })

  if (claim.slots.length === 0 && claim.quotes.length === 0) note('ungrounded')
  const values: SlotValue[] = []
  const bound = new Map<string, Bound>()
  claim.slots.forEach((slot, index) => {
    const resolution = resolveSlot(slot, evidence.get)
    if (!resolution.ok) {
      note(resolution.problem, resolution.detail, `slots[${index}]`)
    } else if (bound.has(slot.name)) {
      note('unbound-slot', slot.name, `slots[${index}]`)
    } else {
      const { value, unit } = resolution
      values.push({ name: slot.name, value, unit })
      bound.set(slot.name, { slot, value, unit })
    }
  })
  const { slots, text } = claim
  // The names of slots are words, too, and none of the sentence's.
  const shown: string[] = []
  const sentence = text.replace(slotPattern, (_, name, date) => {
    if (!date) shown.push(name)
    return date ? dateMark : valueMark
  })
  checkBinding(claim, note)
  checkDates(claim, evidence, note)

  const references = slots.flatMap((slot): Reference[] => (slot.base ? [slot, slot.base] : [slot]))
  const cited = new Set([...references, ...claim.quotes].map(({ ref }) => evidence.get(ref)?.subject ?? ref))
  // The name of Five Below or Best Buy counts and compares nothing. A symbol of digits alone cannot be told from a number.
  const names = [...cited]
    .flatMap((subject) => evidence.subjects.get(subject) ?? [])
    .filter((name) => /\p{L}/u.test(name))
  const phrases = slots.flatMap(({ metric, base, op }) => [
    ...allowedPhrases(metric, op),
    ...allowedPhrases(base?.metric ?? metric, op),
  ])
  const masked = maskPhrases(sentence, [...names, ...phrases, ...[...bound.values()].flatMap(sizeOf)])
  checkWording(claim, sentence, masked, bound, note)
  checkComparisons(claim, masked, shown, bound, note)
  checkQuotes(claim, evidence, note)
  violations.push(...checkProse(masked.replaceAll(valueMark, ' '), `${path}.text`))
  // Whoever reads a sentence without a name takes it to be about the instrument at hand, if there is one.
  for (const subject of cited) {
    if (
      subject !== about &&
      isInstrument(subject) &&
      !isNamed(evidence.subjects.get(subject) ?? [], sentence)
    )
      note('foreign-subject', subject)
  }
  const stranger = findForeignSubject(sentence, names, evidence.subjects.values())
  if (stranger) note('foreign-subject', stranger)
  const own = slots.flatMap(({ metric, op, base }) => [`${metric} ${op}`, base?.metric ?? metric])
  const others = references.flatMap(({ ref }) => evidence.get(ref)?.metrics ?? [])
  const foreign = findForeignMetric(maskNames(sentence, names), own, others)
  if (foreign) note('foreign-metric', foreign)
  for (const { slot, unit } of bound.values())
    if (!isSaid(slot.metric, unit, sentence)) note('foreign-metric', slot.metric)
  return { violations, values }
}

type Note = (kind: ViolationKind, detail?: string, where?: string) => void

/** Stand for a value and for a date where only their place matters. */
const valueMark = '{}'
const dateMark = '•'

/** What the size of a percentage may be called. */
function sizeOf({ value, unit }: Bound): string[] {
  const { length } = String(Math.trunc(Math.abs(value)))
  return /^(?:%|pp)$/.test(unit) ? [`${['', 'single', 'double', 'triple'][length]}-digit`] : []
}

function checkBinding({ text, slots, comparisons }: Claim, note: Note): void {
  const inText = [...text.matchAll(slotPattern)].map(([, name]) => name)
  const used = [...inText, ...comparisons.flatMap(({ left, right }) => [left, right])]
  for (const name of inText) if (!slots.some((slot) => slot.name === name)) note('unbound-slot', name)
  for (const { name } of slots) if (!used.includes(name)) note('unbound-slot', name)
}

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates({ text, slots }: Claim, evidence: EvidenceIndex, note: Note): void {
  const places = [...text.matchAll(slotPattern)]
  places.forEach(([, name, date], index) => {
    const before = text.slice(0, places[index]?.index)
    if (!date || /(?:since|from|until|to|after|before|between|and) $/.test(before)) return
    const [, beside = name] =
      [places[index - 1], ...places.slice(index + 1)].find((place) => place && !place[2]) ?? []
    if (beside !== name) note('undated', `{${name}.date} {${beside}}`)
  })
  for (const { name, ref, asOf } of slots) {
    const isOld = asOf !== evidence.get(ref)?.asOf.at(-1)
    if (isOld && text.includes(`{${name}}`) && !text.includes(`{${name}.date}`)) note('undated', `{${name}}`)
  }
}

function checkComparisons(
  { comparisons }: Claim,
  text: string,
  shown: readonly string[],
  bound: ReadonlyMap<string, Bound>,
  note: Note,
): void {
  const words = findComparativeWords(text)
  const places = [...text.matchAll(/\{\}/g)].map(({ index }) => index)
  const undeclared = (detail: string, where?: string) => note('undeclared-comparison', detail, where)
  // Turned comparisons must be said plainly.
  if (words.length > 0 && negation.test(text)) note('turned-statement')
  if (words.length !== comparisons.length) undeclared(words.map((word) => word.text).join(', '))
  comparisons.forEach((comparison, index) => {
    const where = `comparisons[${index}]`
    const { left, relation, right } = comparison
    const word = words[index]
    if (word && !word.relations.includes(relation)) undeclared(`${word.text} ${relation}`, where)
    const [first = -1, second = -1] = [left, right].map((name) => places[shown.indexOf(name ?? '')])
    // What is above what is told by what stands on which side of the word.
    const at = word && /^(?:above|below)$/.test(relation) ? word.start : first
    if (second >= 0 && !(first <= at && at < second)) undeclared(`{${left}} {${right}}`, where)
    // What rises from the left to the right is higher on the right.
    const isTurned =
      /^(?:ris|fall)/.test(relation) &&
      (/from $/.test(text.slice(0, first)) ||
        /^[^{]* to $/.test(text.slice(first + valueMark.length, second)))
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
      note('false-quote', quote.article, `quotes[${place}]`)
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
