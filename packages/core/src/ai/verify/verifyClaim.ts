import type { Claim, Reference, Slot, SlotValue } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import { allowedPhrases } from './allowedPhrases.ts'
import type { Bound } from './checkComparison.ts'
import { checkComparisons } from './checkComparisons.ts'
import { checkProse } from './checkProse.ts'
import { checkWording } from './checkWording.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import { isInstrument } from './isInstrument.ts'
import { findMisnamed } from './namedMetrics.ts'
import { readTokens, type Token, valueMark } from './readTokens.ts'
import { maskNames, maskPhrases } from './setPhrases.ts'
import type { Violation, ViolationKind } from './violation.ts'

export type ClaimVerdict = {
  violations: readonly Violation[]
  values: readonly SlotValue[]
  /** The words of the sentence, without what may stand in it by name. */
  tokens: readonly Token[]
}

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

  if (claim.slots.length + claim.quotes.length === 0) note('ungrounded')
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
  const places = [...text.matchAll(slotPattern)].map(([, name = '', date]) => ({ name, date }))
  const shown = places.flatMap(({ name, date }) => (date ? [] : [name]))
  // The names of slots are words, too, and none of the sentence's.
  const sentence = text.replace(slotPattern, (_, _name, date) => (date ? dateMark : valueMark))
  const used = new Set([
    ...places.map(({ name }) => name),
    ...claim.comparisons.flatMap(({ left, right }) => [left, right ?? left]),
  ])
  const given = new Set(slots.map(({ name }) => name))
  for (const name of new Set([...used, ...given]))
    if (!used.has(name) || !given.has(name)) note('unbound-slot', name)
  checkDates(sentence, places, slots, evidence, note)

  const references = slots.flatMap((slot): Reference[] => (slot.base ? [slot, slot.base] : [slot]))
  const cited = new Set([...references, ...claim.quotes].map(({ ref }) => evidence.get(ref)?.subject ?? ref))
  // The name of Five Below or Best Buy counts and compares nothing. A symbol of digits alone cannot be told from a number.
  const namesOf = (subject = '') => evidence.subjects.get(subject) ?? []
  const names = [...cited].flatMap(namesOf).filter((name) => /\p{L}/u.test(name))
  const phrases = slots.flatMap(({ op, metric, base }) =>
    [metric, ...(base ? [base.metric] : [])].flatMap((name) => allowedPhrases(name, op)),
  )
  const masked = maskPhrases(sentence, [
    ...names,
    ...phrases,
    ...(values.some(({ unit }) => unit === 'x') ? ['times', 'multiple'] : []),
  ])
  const tokens = readTokens(masked)
  checkWording(claim, sentence, tokens, shown, bound, note)
  checkComparisons(claim, tokens, shown, bound, note)
  checkQuotes(claim, evidence, note)
  violations.push(...checkProse(tokens, `${path}.text`))
  // Whoever reads a sentence without a name takes it to be about the instrument at hand, if there is one.
  for (const subject of cited) {
    if (subject !== about && isInstrument(subject) && !isNamed(namesOf(subject), sentence))
      note('foreign-subject', subject)
  }
  const named = maskNames(sentence, names)
  const stranger = [...evidence.subjects.values()]
    .flat()
    .find((name) => name !== '' && !names.includes(name) && indexOfWhole(named, name, 0) >= 0)
  if (stranger) note('foreign-subject', stranger)
  const inOrder = shown.flatMap((name) => bound.get(name) ?? [])
  const misnamed = findMisnamed(
    named.split(valueMark),
    inOrder.map(({ slot }) => slot),
    inOrder.map(({ unit }) => unit),
    references.flatMap(({ ref }) => evidence.get(ref)?.metrics.map(({ name }) => name) ?? []),
  )
  // Of several instruments the one that is named before a value is its own.
  const parts = sentence.split(valueMark)
  const saidIn = (part = '') => [...cited].filter((subject) => isNamed(namesOf(subject), part))
  const stray = inOrder.find(({ slot: { subject, base } }, index) => {
    const said = saidIn(parts[index])
    return saidIn(parts[0])[0] && said[0] && !said.includes(subject) && !said.includes(base?.subject ?? '')
  })
  if (stray) note('foreign-subject', `{${stray.slot.name}}`)
  if (misnamed) note('foreign-metric', `{${misnamed.name}} ${misnamed.metric}`)
  return { violations, values, tokens }
}

type Note = (kind: ViolationKind, detail?: string, where?: string) => void

/** Stands for a date. */
const dateMark = '•'

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates(
  sentence: string,
  places: readonly { name: string; date: string | undefined }[],
  slots: readonly Slot[],
  evidence: EvidenceIndex,
  note: Note,
): void {
  const parts = sentence.split(/\{\}|•/)
  places.forEach(({ name, date }, index) => {
    const [, word = ''] = /(\w*) $/.exec(parts[index] ?? '') ?? []
    const beside = [places[index - 1], ...places.slice(index + 1)].find((place) => place && !place.date)
    const isWrong = /^since$/i.test(word)
      ? // A change since a day is one from that day's row.
        !slots.some(
          ({ base, since }) => (base?.asOf ?? since) === slots.find((slot) => slot.name === name)?.asOf,
        )
      : !/^(?:from|until|to|after|before|between|and)$/i.test(word) && beside && beside.name !== name
    if (date && isWrong) note('undated', `{${name}.date}`)
  })
  for (const { name, ref, asOf } of slots) {
    const own = places.filter((place) => place.name === name)
    const isOld = asOf !== evidence.get(ref)?.asOf.at(-1)
    if (isOld && own.length > 0 && !own.some(({ date }) => date)) note('undated', `{${name}}`)
  }
}

function checkQuotes(claim: Claim, index: EvidenceIndex, note: Note): void {
  claim.quotes.forEach((quote, place) => {
    const evidence = index.get(quote.ref)
    const source = evidence?.quotes?.find(({ article }) => article === quote.article)
    const { start, end } = quote
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(({ article }) => article === quote.article)?.spans
    const chosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!source || !chosen || !(start >= 0 && end > start && end <= source.text.length))
      note('false-quote', quote.article, `quotes[${place}]`)
  })
}

function isNamed(names: readonly string[], text: string): boolean {
  return names.some((name) => indexOfWhole(text, name, 0) >= 0)
}
