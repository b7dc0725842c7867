import type { Claim, Slot, SlotValue } from '../claims/claim.ts'
import { computeSlot } from '../claims/computeSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import type { Bound } from './checkComparison.ts'
import { checkComparisons } from './checkComparisons.ts'
import { checkNames } from './checkNames.ts'
import { checkProse } from './checkProse.ts'
import { checkWording } from './checkWording.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { type Token, valueMark } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Note } from './violation.ts'
import { taken, wholeReplacer } from './wholeReplacer.ts'

export type ClaimReading = {
  values: readonly SlotValue[]
  /** The words of the sentence, without what may stand in it by name. */
  tokens: readonly Token[]
}

/**
 * Holds one claim to the evidence: its references, its numbers, its comparisons, its words.
 *
 * @param note - Hears all that is wrong.
 * @param about - The instrument that the part of the report around the claim is about: the claim points at it, or names
 *   what it points at.
 */
export function verifyClaim(claim: Claim, evidence: EvidenceIndex, note: Note, about?: string): ClaimReading {
  const { slots, text, comparisons, quotes } = claim
  // What was stored may be of any size: what is larger than `claimSchema` lets it be is looked at no further. By their names, the limits
  // would take 22 bytes more.
  if (text.length > 400 || slots.length > 8 || comparisons.length > 4 || quotes.length > 3) {
    note('oversized')
    return { values: [], tokens: [] }
  }
  if (!slots.length && !quotes.length) note('ungrounded')
  const bound = new Map<string, Bound>()
  const values: SlotValue[] = []
  for (const slot of slots) {
    const { name } = slot
    const computed = computeSlot(slot, evidence.get, note)
    if (computed && bound.has(name)) note('unbound-slot', name)
    else if (computed) {
      bound.set(name, { slot, ...computed })
      values.push({ name, ...computed })
    }
  }
  const places: Place[] = []
  // The names of slots are words, too, and none of the sentence's.
  const sentence = text.replaceAll(taken, '#').replace(slotPattern, (_, name: string, date?: string) => {
    places.push({ name, date })
    return date ? taken : valueMark
  })
  const shown = places.filter(({ date }) => !date).map(({ name }) => name)
  const used = [
    ...places.map(({ name }) => name),
    ...comparisons.flatMap(({ left, right }) => [left, right ?? left]),
  ]
  const given = slots.map(({ name }) => name)
  for (const name of given) if (!used.includes(name)) note('unbound-slot', name)
  for (const name of used) if (!given.includes(name)) note('unbound-slot', name)
  checkDates(sentence, places, claim, bound, evidence, note)

  // What a value is made from came about as the value did.
  const references = slots
    .flatMap((slot) => (slot.base ? [slot, { ...slot, ...slot.base }] : slot))
    // `Cash and equivalents` is taken out before `cash`.
    .sort((a, b) => b.metric.length - a.metric.length)
  const cited = [...references, ...quotes].map(({ ref }) => evidence.get(ref)?.subject)
  // The name of Five Below or Best Buy counts and compares nothing.
  const marked = evidence.mark(sentence)
  const masks = new Set(references.map(({ metric, op }) => evidence.nameOf(metric).maskOf(op)))
  if (values.some(({ unit }) => unit === 'x')) masks.add(maskMultiples)
  const tokens = evidence.read(maskPhrases(marked, masks))
  checkWording(claim, sentence, tokens, bound, note)
  checkComparisons(claim, tokens, shown, bound, note)
  checkQuotes(claim, evidence, note)
  checkProse(tokens, note)
  checkNames(
    marked,
    shown.flatMap((name) => bound.get(name) ?? []),
    cited,
    // Once for each piece: evidence may have thousands of columns.
    [...new Set(references.map(({ ref }) => ref))].flatMap(evidence.columnsOf),
    evidence,
    about,
    note,
  )
  return { values, tokens }
}

// What a quotient is said in.
const maskMultiples = wholeReplacer(['times', 'multiple'])

/** Where a sentence shows a slot, or its date. */
type Place = { name: string; date: string | undefined }

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates(
  sentence: string,
  places: readonly Place[],
  { slots }: Claim,
  bound: ReadonlyMap<string, Bound>,
  evidence: EvidenceIndex,
  note: Note,
): void {
  const parts = sentence.split(/\{\}|~/)
  places.forEach(({ name, date }, index) => {
    const before = parts[index] ?? ''
    const slot = bound.get(name)?.slot
    const beside = places.find((place, at) => at >= index - 1 && !place.date)
    // A change since a day is one from that day's row, and a change from a value is one from that value's.
    const originOf = ({ subject, base, since }: Slot) =>
      subject === slot?.subject && !slot.base && (base?.asOf ?? (date && since))
    const isWrong = (date ? /since $/i : / from (?!.* to )[^,;]*$/).test(before)
      ? slots.some(originOf) && !slots.some((one) => originOf(one) === slot?.asOf)
      : date &&
        !/\b(?:from|until|to|after|before|between|and) $/i.test(before) &&
        beside &&
        beside.name !== name
    const isOld = slot && slot.asOf !== evidence.get(slot.ref)?.asOf.at(-1)
    if (isWrong || (isOld && !places.some((place) => place.date && place.name === name)))
      note('undated', `{${name}}`)
  })
}

function checkQuotes(claim: Claim, index: EvidenceIndex, note: Note): void {
  for (const { ref, article, start, end } of claim.quotes) {
    const evidence = index.get(ref)
    const isOwn = (one: { article: string }) => one.article === article
    const source = evidence?.quotes?.find(isOwn)
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(isOwn)?.spans
    const isChosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!(source && isChosen && start >= 0 && end > start && end <= source.text.length))
      note('false-quote', article)
  }
}
