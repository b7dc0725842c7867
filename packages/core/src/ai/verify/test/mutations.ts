import type { ResolvedClaim, Slot } from '../../claims/claim.ts'
import { resolveSlot } from '../../claims/resolveSlot.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { renderClaim } from '../../render/renderClaim.ts'
import { isClaim } from '../isClaim.ts'
import { type Random, subjects } from './cleanReports.ts'

/** Spoils a report in one way. False where there was nothing to spoil, or what came out is still true. */
export type Mutation = (random: Random, body: object, evidence: readonly Evidence[]) => boolean

type Label = { text: string; set(text: string): void }

/** The claims of a body, and the texts outside them. */
function partsOf(body: object): { claims: ResolvedClaim[]; labels: Label[]; lists: unknown[][] } {
  const claims: ResolvedClaim[] = []
  const labels: Label[] = []
  const lists: unknown[][] = []
  const visit = (value: unknown, set: (text: string) => void): void => {
    if (typeof value === 'string') labels.push({ text: value, set })
    if (typeof value !== 'object' || value === null) return
    if (isResolved(value)) {
      claims.push(value)
      return
    }
    if (Array.isArray(value)) lists.push(value)
    for (const [key, member] of Object.entries(value)) visit(member, (text) => Reflect.set(value, key, text))
  }
  visit(body, () => {})
  return { claims, labels, lists }
}

function isResolved(value: object): value is ResolvedClaim {
  return isClaim(value) && 'rendered' in value
}

type ClaimMutation = (random: Random, claim: ResolvedClaim, evidence: readonly Evidence[]) => boolean

function inClaim(mutate: ClaimMutation): Mutation {
  return (random, body, evidence) => {
    const { claims } = partsOf(body)
    return claims.length > 0 && mutate(random, random.pick(claims), evidence)
  }
}

function inLabel(tails: readonly string[], of: (text: string) => boolean): Mutation {
  return (random, body) => {
    const labels = partsOf(body).labels.filter(({ text }) => of(text))
    if (labels.length === 0) return false
    const label = random.pick(labels)
    label.set(label.text + random.pick(tails))
    return true
  }
}

/** What a forger does who knows how reports are made: stored values and text follow the altered slots. */
function render(claim: ResolvedClaim, evidence: readonly Evidence[]): void {
  const values = claim.slots.flatMap((slot) => {
    const resolution = resolved(slot, evidence)
    return resolution.ok ? [{ name: slot.name, value: resolution.value, unit: resolution.unit }] : []
  })
  Object.assign(claim, { values, rendered: renderClaim(claim, values, 'en') })
}

const resolved = (slot: Slot, evidence: readonly Evidence[]) =>
  resolveSlot(slot, (id) => evidence.find((piece) => piece.id === id))

const opposites: Record<string, string> = {
  above: 'below',
  below: 'above',
  gained: 'lost',
  lost: 'gained',
  overbought: 'oversold',
  oversold: 'overbought',
}
const opposedRelations: Record<string, string> = {
  above: 'below',
  below: 'above',
  rising: 'falling',
  falling: 'rising',
  overbought: 'oversold',
  oversold: 'overbought',
}

function turnWord(claim: ResolvedClaim): boolean {
  const word = Object.keys(opposites).find((candidate) => claim.text.includes(candidate))
  if (!word) return false
  const turn = (text: string) => text.replace(word, opposites[word] ?? '')
  Object.assign(claim, { text: turn(claim.text), rendered: turn(claim.rendered) })
  return true
}

function say(claim: ResolvedClaim, tail: string): boolean {
  Object.assign(claim, { text: claim.text + tail, rendered: claim.rendered + tail })
  return true
}

// Units, scales and signs in words, as a forger would put them beside a value.
const besideSlots =
  'minus #|nearly #|sub #|€ #|US$ #|£#|#²|# ½|# (x)|# pounds|# francs|# yen|# lots|# contracts|# stories|# tonnes|# barrels|# points|# bps|# pct|# thousand|# bn|# lakh|# crore|# dozen|# squared|# cubed|# fold|#-fold|# per employee|# per barrel|# a day|# an hour|# each|# apiece|# in yen|# in tonnes|# in thousands|# annualized|#-plus|#-odd|# x|# ٣|# XII|twice #|half #|a dozen #'.split(
    '|',
  )

/** What says of two things which is more, in words that no clean sentence has. */
const rankings =
  'dwarfs its rivals|overtook its rivals|outgrew its peers|outsells the market|eclipses the market|lags the market|trails its peers|leads the market|tops the market|beats its peers|is cheaper|is bigger than its peers|exceeds its peers|surpasses its peers|underperforms|outshines its peers|is twice the size|overshadows its peers|towers over its peers|is the largest|is second to its rival|ranks second to its rivals|comes second|is pricier than its peers|is dearer than its rivals|is costlier than its rival'.split(
    '|',
  )

const isHeading = (text: string) => /[A-Z]/.test(text) && !text.includes(':')
const isWord = (text: string) => /^[a-z-]+$/.test(text)

const choices = [
  'bullish',
  'neutral',
  'bearish',
  'slight',
  'moderate',
  'strong',
  'day',
  'week',
  'month',
  'good',
  'bad',
  'mixed',
]

/**
 * Changes that leave a report which might have been written: only its id tells them. Everything in `mutations` is seen even
 * when the forger makes the id fit.
 */
export const swaps: Record<string, Mutation> = {
  'the choice of an enum': (random, body) => {
    const labels = partsOf(body).labels.filter(({ text }) => choices.includes(text))
    if (labels.length === 0) return false
    const label = random.pick(labels)
    label.set(random.pick(choices.filter((choice) => choice !== label.text)))
    return true
  },
  'a true sentence for another': (random, body) => {
    const { claims } = partsOf(body)
    if (claims.length === 0) return false
    const [one, other] = [random.pick(claims), random.pick(claims)]
    if (one.text === other.text) return false
    Object.assign(one, other)
    return true
  },
  'a list that lost a sentence': (random, body) => {
    const lists = partsOf(body).lists.filter((list) => list.length > 0)
    if (lists.length === 0) return false
    random.pick(lists).pop()
    return true
  },
}

export const mutations: Record<string, Mutation> = {
  'a digit of a sentence': inClaim((random, claim) => {
    const places = [...claim.rendered.matchAll(/\d/g)].map((match) => match.index)
    if (places.length === 0) return false
    const at = random.pick(places)
    const digit = (Number(claim.rendered[at]) + 1 + random.below(9)) % 10
    Object.assign(claim, { rendered: claim.rendered.slice(0, at) + digit + claim.rendered.slice(at + 1) })
    return true
  }),
  'a stored value': inClaim((random, claim) => {
    const target = random.pick(claim.values)
    Object.assign(target, { value: target.value * (1 + (random.next() - 0.5) * 0.1) + 1e-6 })
    return true
  }),
  'the ticker of a sentence': (random, body) => {
    const named = partsOf(body).claims.filter(({ text }) => text.includes('closed at'))
    if (named.length === 0) return false
    const claim = random.pick(named)
    const own = claim.slots[0]?.subject
    const other = random.pick(subjects.filter((subject) => subject !== own))
    const swap = (text: string) => text.replace(/^\S+/, other.replace(/^.*:/, ''))
    Object.assign(claim, { text: swap(claim.text), rendered: swap(claim.rendered) })
    return true
  },
  'the subject of a slot': inClaim((random, claim) => {
    const slot = random.pick(claim.slots)
    Object.assign(slot, { subject: random.pick(subjects.filter((subject) => subject !== slot.subject)) })
    return true
  }),
  'the evidence of a slot': inClaim((random, claim, evidence) => {
    const slot = random.pick(claim.slots)
    const foreign = evidence.filter(({ subject }) => subject !== slot.subject)
    Object.assign(slot, { ref: random.pick(foreign).id })
    return true
  }),
  'the field of a slot': inClaim((random, claim, evidence) => {
    const slot = random.pick(claim.slots)
    const before = resolved(slot, evidence)
    const metrics = evidence.find(({ id }) => id === slot.ref)?.metrics.map(({ name }) => name) ?? []
    if (metrics.length < 2) return false
    Object.assign(slot, { metric: random.pick(metrics.filter((name) => name !== slot.metric)) })
    // Two columns may hold the same value by chance: the sentence is then still true.
    const after = resolved(slot, evidence)
    return !(before.ok && after.ok && before.value === after.value)
  }),
  'another field, shown as if it were the named one': inClaim((random, claim, evidence) => {
    if (!/clos|Volume|revenue|RSI/.test(claim.text)) return false
    const slot = random.pick(claim.slots)
    const before = resolved(slot, evidence)
    const metrics = evidence.find(({ id }) => id === slot.ref)?.metrics.map(({ name }) => name) ?? []
    if (metrics.length < 2) return false
    Object.assign(slot, { metric: random.pick(metrics.filter((name) => name !== slot.metric)) })
    render(claim, evidence)
    const after = resolved(slot, evidence)
    return !(before.ok && after.ok && before.value === after.value)
  }),
  'what a quotient or a difference is made of': inClaim((random, claim, evidence) => {
    const slot = claim.slots.find(
      ({ subject, metric, base }) => base && (base.subject !== subject || base.metric !== metric),
    )
    if (!slot?.base) return false
    const before = resolved(slot, evidence)
    const { subject, metric, asOf, ref, base } = slot
    const others = evidence.filter((piece) => piece.tool === 'fundamentals' && piece.asOf.includes(asOf))
    if (others.length === 0) return false
    const place = (piece: Evidence) => ({
      subject: piece.subject,
      metric: random.pick(piece.metrics).name,
      asOf,
      ref: piece.id,
    })
    const isTurned = random.next() < 0.4
    if (isTurned) Object.assign(slot, base, { base: { subject, metric, asOf, ref } })
    else if (random.next() < 0.5) Object.assign(slot, place(random.pick(others)))
    else Object.assign(slot, { base: place(random.pick(others)) })
    render(claim, evidence)
    const after = resolved(slot, evidence)
    return before.ok && after.ok && before.value !== after.value
  }),
  'instruments that changed places': inClaim((_random, claim, evidence) => {
    const [one, other] = claim.slots
    if (!one || !other || one.subject === other.subject) return false
    Object.assign(claim, {
      slots: [
        { ...other, name: one.name },
        { ...one, name: other.name },
      ],
    })
    render(claim, evidence)
    return true
  }),
  'the row of a slot': inClaim((random, claim, evidence) => {
    const slot = random.pick(claim.slots)
    const rows = evidence.find(({ id }) => id === slot.ref)?.asOf ?? []
    if (rows.length < 2) return false
    Object.assign(slot, { asOf: random.pick(rows.filter((row) => row !== slot.asOf)) })
    return true
  }),
  'an older row, shown as if it were the newest': inClaim((random, claim, evidence) => {
    const slot = claim.slots.find(({ name, op }) => op === 'value' && !claim.text.includes(`{${name}.date}`))
    const rows = evidence.find(({ id }) => id === slot?.ref)?.asOf ?? []
    if (!slot || rows.length < 2) return false
    Object.assign(slot, { asOf: random.pick(rows.slice(0, -1)) })
    render(claim, evidence)
    return true
  }),
  'the date of another row, beside a value': (random, body, evidence) => {
    const dated = partsOf(body).claims.filter(({ text }) => text.includes('.date}'))
    if (dated.length === 0) return false
    const claim = random.pick(dated)
    const slot = claim.slots.find(({ name }) => claim.text.includes(`{${name}.date}`))
    const rows = evidence.find(({ id }) => id === slot?.ref)?.asOf ?? []
    if (!slot || rows.length < 2) return false
    const other = { ...slot, name: 'z', asOf: random.pick(rows.filter((row) => row !== slot.asOf)) }
    const text = claim.text.replace(`{${slot.name}.date}`, '{z.date}')
    Object.assign(claim, { text, slots: [...claim.slots, other] })
    render(claim, evidence)
    return true
  },
  'the sign of a value': inClaim((random, claim) => {
    const target = random.pick(claim.values)
    if (target.value === 0) return false
    Object.assign(target, { value: -target.value })
    return true
  }),
  'the scale of a value': inClaim((random, claim) => {
    const target = random.pick(claim.values)
    Object.assign(target, { value: target.value * random.pick([0.001, 1000, 1e6]) + 1 })
    return true
  }),
  'the unit of a value': inClaim((random, claim) => {
    const target = random.pick(claim.values)
    const units = ['EUR', '%', 'x', 'shares', '1', 'USD'].filter((unit) => unit !== target.unit)
    Object.assign(target, { unit: random.pick(units) })
    return true
  }),
  'the unit of evidence': (random, _body, evidence) => {
    const metric = random.pick(random.pick(evidence).metrics)
    Object.assign(metric, { unit: metric.unit === '%' ? 'USD' : '%' })
    return true
  },
  'a value of evidence': (random, _body, evidence) => {
    const metric = random.pick(random.pick(evidence).metrics)
    const row = random.below(metric.values.length)
    Object.assign(metric, { values: metric.values.with(row, (metric.values[row] ?? 0) + 1) })
    return true
  },
  'a comparative word': inClaim((_random, claim) => turnWord(claim)),
  'a comparative word with its comparison': inClaim((_random, claim) => {
    const [comparison] = claim.comparisons
    if (!comparison || !turnWord(claim)) return false
    const relation = opposedRelations[comparison.relation]
    Object.assign(claim, { comparisons: [{ ...comparison, relation }] })
    return true
  }),
  'a number in words': inClaim((random, claim) => {
    const words =
      'three percent,about twelve dollars,two million,a third,double,twenty-five,half of it,a dozen,ninety,tenfold,one hundred,double-digit growth,a single-digit move,net zero,in second place'
    return say(claim, ` That is ${random.pick(words.split(','))}.`)
  }),
  'a digit of another script': inClaim((random, claim) =>
    say(claim, ` Note ${random.pick(['１２', '٣', '३', '½', '²', '①', 'Ⅷ', '五', '𝟟', '𝟙𝟚', '៣', '᠕'])}.`),
  ),
  'a number in words that few would think of': inClaim((random, claim) => {
    const words =
      'half again,a dozen,twofold,doubling,quadruple,twelfth,fiftieth,the eighties,mid-teens,XIV,iii,t\u0301en,te\u0301n,ｔｅｎ,𝐭𝐞𝐧,tеn,ᴛᴇɴ,_two_,' +
      'zwölf,Hälfte,verdoppelt,hundertzwanzig,drei Prozent,douze,vingt,pour cent,moitié,twentyfive,point five,a decade,🔟,five-bagger'
    return say(claim, ` That is ${random.pick(words.split(','))}.`)
  }),
  'what stands beside a slot': inClaim((random, claim, evidence) => {
    const [slot] = claim.text.match(/\{[a-z]\}/) ?? []
    if (slot === undefined) return false
    const isQuotient = claim.values.some(({ name, unit }) => `{${name}}` === slot && unit === 'x')
    const beside = [
      '-#',
      '−#',
      '–#',
      '#k',
      '# bn',
      '#%',
      '# percent',
      '1#',
      '#5',
      '#.#',
      '$#',
      '# million',
      // `0.5× times that of` says it twice, and nothing else.
      ...(isQuotient ? [] : ['# times']),
      '~#',
      '#x',
      ...besideSlots,
    ]
    Object.assign(claim, { text: claim.text.replace(slot, random.pick(beside).replaceAll('#', slot)) })
    render(claim, evidence)
    return true
  }),
  'a sign that compares': inClaim((random, claim, evidence) => {
    const [slot] = claim.text.match(/\{[a-z]\}/) ?? []
    if (slot === undefined) return false
    const signs = ['> ', '< ', '≥ ', '= ', '↑ ', '▼ ', '📈 ', '≈ ']
    Object.assign(claim, { text: claim.text.replace(slot, random.pick(signs) + slot) })
    render(claim, evidence)
    return true
  }),
  'a comparison that nobody declared': inClaim((random, claim) => {
    const words =
      'outpaced its peers,slumped,rebounded,collapsed,was cheaper than its peers,lagged behind,widened,accelerated,dipped,was fiercer than before,skyrocketed,peaked'
    return say(claim, ` It ${random.pick(words.split(','))}.`)
  }),
  'a ranking that nobody declared': inClaim((random, claim) =>
    say(
      claim,
      random.pick([' It #.', ' The stock #.', ' Its revenue #.']).replace('#', random.pick(rankings)),
    ),
  ),
  'an instrument that there is no evidence about': (random, body) => {
    const named = partsOf(body).claims.filter(({ text }) =>
      /^(?:AAPL|MSFT|NVDA|BTC\/USD|Apple|Microsoft|Nvidia)\b[^,;:]*\{/.test(text),
    )
    if (named.length === 0) return false
    const claim = random.pick(named)
    const other = random.pick(['Tesla', 'TSLA', 'Pepsi', 'Chevron', 'Adidas', 'JPM', 'Snap', 'Airbus'])
    const swap = (text: string) => text.replace(/^[^\s']+/, other)
    Object.assign(claim, { text: swap(claim.text), rendered: swap(claim.rendered) })
    return true
  },
  'a number beside the slots': inClaim((random, claim) =>
    say(claim, ` Support lies at ${random.below(900) / 10}.`),
  ),
  'a member that rides along': inClaim((random, claim) => {
    Reflect.set(claim, random.pick(['title', 'note', 'headline']), 'Up 40 %')
    return true
  }),
  'the id of a claim': inClaim((random, claim) => {
    Object.assign(claim, { id: random.pick(['up 40 %', '<b>1</b>', 'c1 +7']) })
    return true
  }),
  'a heading': inLabel(
    [
      ' 7',
      ' up 3 %',
      ' of 52 weeks',
      ' ٤',
      ' of five parts',
      ' 1.5x',
      ' ½',
      ' doubled',
      ' rising',
      ' XII',
      ' in the nineties',
      ' > peers',
      ' zwölf',
      ' 📈',
      ' _two_',
      ' twice',
      ' cheaper than peers',
      ' beats peers',
      ' of dozens',
      ' ⅓',
      ' ９',
      ' tenfold',
      ' 五',
    ],
    isHeading,
  ),
  'a link in a heading': inLabel([' https://x.example', ' <b>', ' [a](b)', ' \u202e', ' \u200b'], isHeading),
  'the value of an enum': inLabel(
    [
      '-9',
      '2',
      ' 80%',
      '-seven',
      '-①',
      '-twofold',
      '\u0663',
      '-xii',
      '-half',
      '-ninety',
      '-dozen',
      '½',
      '-q3',
    ],
    isWord,
  ),
  'an instrument of a part': (random, body) => {
    const labels = partsOf(body).labels.filter(({ text }) => text.includes(':'))
    if (labels.length === 0) return false
    const label = random.pick(labels)
    label.set(random.pick(['equity:TSLA', `${label.text} 9`, 'equity:AAPL +7%', 'index:SPX']))
    return true
  },
  'a text where a list of claims is': (random, body) => {
    const { lists } = partsOf(body)
    if (lists.length === 0) return false
    random.pick(lists).push(random.pick(['Up 40 %.', 'Twice as much.', 40, { text: 'Up 40 %.' }]))
    return true
  },
}
