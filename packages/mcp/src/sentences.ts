import {
  type Claim,
  type Comparison,
  type Evidence,
  type EvidenceMetric,
  resolveClaim,
  type Slot,
} from '@starkmatter/core/ai'

/** One statement in words, and the evidence that it stands on. */
export type Sentence = { text: string; refs: readonly string[] }

type Draft = { text: string; slots: readonly Slot[]; comparisons?: readonly Comparison[] }

/**
 * What evidence says, in words: written without a language model, and held to the evidence like the sentences of one. What it
 * does not bear out is left out.
 */
export function sentencesOf(evidence: readonly Evidence[]): Sentence[] {
  return evidence.flatMap((piece) =>
    draftsOf(piece).flatMap(({ text, slots, comparisons = [] }, index) => {
      const claim: Claim = { id: `s${index}`, text, slots, comparisons, quotes: [] }
      const resolution = resolveClaim(claim, evidence, 'en', '', piece.subject)
      return 'claim' in resolution ? [{ text: resolution.claim.rendered, refs: [piece.id] }] : []
    }),
  )
}

function draftsOf(piece: Evidence): Draft[] {
  switch (piece.tool) {
    case 'quote':
      return quoteDrafts(piece)
    case 'bars':
      return barDrafts(piece)
    case 'indicator':
      return piece.metrics.flatMap((metric) => indicatorDrafts(piece, metric))
    case 'fundamentals':
      return newest(piece, 'marketCap') === undefined
        ? []
        : [
            {
              text: `The market cap of ${symbolOf(piece)} is {m}.`,
              slots: [slot(piece, 'm', 'marketCap')],
            },
          ]
    case 'sentiment_summary':
      return sentimentDrafts(piece)
    default:
      return []
  }
}

function quoteDrafts(piece: Evidence): Draft[] {
  const symbol = symbolOf(piece)
  const isLive = newest(piece, 'last') !== undefined
  const price: Draft = isLive
    ? { text: `The last price of ${symbol} is {a}.`, slots: [slot(piece, 'a', 'last')] }
    : { text: `${symbol} closed at {a}.`, slots: [slot(piece, 'a', 'close')] }
  const range: Draft = {
    text: 'The low of the day is {l} and the high {h}.',
    slots: [slot(piece, 'l', 'low'), slot(piece, 'h', 'high')],
  }
  const change = newest(piece, 'changePercent')
  // A change is shown with two decimals: one that reads 0 % neither gained nor lost.
  if (!change || Math.abs(change) < 0.005) return [price, range]
  const rose = change > 0
  const moved: Draft = {
    text: `${symbol} ${rose ? 'gained' : 'lost'} {c} on the day.`,
    slots: [{ ...slot(piece, 'c', 'changePercent'), magnitude: true }],
    comparisons: [{ left: 'c', relation: rose ? 'rising' : 'falling', right: null }],
  }
  return [price, moved, range]
}

function barDrafts(piece: Evidence): Draft[] {
  const since = piece.asOf[0] ?? null
  const over = (name: string, op: Slot['op']): Slot => ({ ...slot(piece, name, 'close'), op, since })
  return [
    {
      text: `The close of ${symbolOf(piece)} ranges from {l} to {h} (number of sessions: {n}).`,
      slots: [{ ...over('n', 'count') }, over('l', 'min'), over('h', 'max')],
    },
  ]
}

function indicatorDrafts(piece: Evidence, { name }: EvidenceMetric): Draft[] {
  const [, kind, period] = /^([A-Z]+)\((\d+)\)$/.exec(name) ?? []
  const value = newest(piece, name)
  const close = newest(piece, 'close')
  if (value === undefined || close === undefined) return []
  const slots = [slot(piece, 'a', 'close'), slot(piece, 'b', name)]
  if (kind === 'SMA') {
    const relation = close > value ? 'above' : close < value ? 'below' : 'equal'
    const word = relation === 'equal' ? 'in line with' : relation
    return [
      {
        text: `The close of {a} is ${word} the ${period}-day average of {b}.`,
        slots,
        comparisons: [{ left: 'a', relation, right: 'b' }],
      },
    ]
  }
  if (kind !== 'RSI') return []
  const rsi = slot(piece, 'r', name)
  const relation = value >= 70 ? 'overbought' : value <= 30 ? 'oversold' : undefined
  return relation
    ? [
        {
          text: `At {r} the ${period}-day RSI is ${relation}.`,
          slots: [rsi],
          comparisons: [{ left: 'r', relation, right: null }],
        },
      ]
    : [{ text: `The ${period}-day RSI stands at {r}.`, slots: [rsi] }]
}

function sentimentDrafts(piece: Evidence): Draft[] {
  if ((newest(piece, 'stories') ?? 0) < 2) return []
  return [
    {
      text: `The tone of the news about ${symbolOf(piece)} scores {s} on a scale with neutral in the middle, out of {n}.`,
      slots: [slot(piece, 's', 'sentiment'), slot(piece, 'n', 'stories')],
    },
  ]
}

function slot(piece: Evidence, name: string, metric: string): Slot {
  const asOf = piece.asOf.at(-1) ?? ''
  const at = { subject: piece.subject, metric, asOf, ref: piece.id }
  return { name, ...at, op: 'value', base: null, since: null, magnitude: false }
}

function newest(piece: Evidence, metric: string): number | undefined {
  return piece.metrics.find(({ name }) => name === metric)?.values.at(-1) ?? undefined
}

/** `equity:BRK.B@XNYS` -> `BRK.B`. */
export function symbolOf({ subject }: Pick<Evidence, 'subject'>): string {
  return subject.replace(/^[^:]*:/, '').replace(/@.*$/, '')
}
