import type { EntityInput, SentimentAnalyzer } from '../../sentiment/index.ts'
import type { EventKind, Materiality, Reading, Span } from './reading.ts'
import { sentencesOf } from './sentences.ts'

/** What a rule of the sentiment engine tells of the event: the first beginning of its name that fits. */
const eventOfRule: readonly (readonly [prefix: string, event: EventKind])[] = [
  ['analyst.', 'analyst-rating'],
  ['movement.target', 'analyst-rating'],
  ['movement.rating', 'analyst-rating'],
  ['movement.guidance', 'guidance'],
  ['movement.price', 'price-move'],
  ['movement.payout', 'capital-return'],
  ['movement.jobs', 'labour'],
  ['movement.economy', 'macro'],
  ['movement.commodity', 'macro'],
  ['movement.subject', 'price-move'],
  ['movement.earnings', 'earnings'],
  ['movement.sales', 'earnings'],
  ['movement.orders', 'earnings'],
  ['movement.activity', 'earnings'],
  ['movement.growth', 'earnings'],
  ['movement.loss', 'earnings'],
  ['movement.cost', 'earnings'],
  ['movement.charge', 'earnings'],
  ['movement.writedown', 'earnings'],
  ['movement.debt', 'financing'],
  ['movement.stake', 'deal'],
  ['movement.attrition', 'labour'],
  ['movement.unemployment', 'macro'],
  ['movement.macro', 'macro'],
  ['comparison', 'earnings'],
  ['expectation', 'earnings'],
  ['swing', 'earnings'],
  ['event.beat', 'earnings'],
  ['event.miss', 'earnings'],
  ['event.warning', 'guidance'],
  ['deal.', 'deal'],
  ['ownership.', 'deal'],
  ['contract.', 'contract'],
  ['event.award', 'contract'],
  ['event.partnership', 'contract'],
  ['event.expansion', 'product'],
  ['event.buyback', 'capital-return'],
  ['event.dividend', 'capital-return'],
  ['event.dilution', 'financing'],
  ['event.default', 'financing'],
  ['event.rescue', 'financing'],
  ['event.layoff', 'labour'],
  ['event.strike', 'labour'],
  ['event.hiring', 'labour'],
  ['event.departure', 'management'],
  ['event.legal', 'legal'],
  ['event.settlement', 'legal'],
  ['event.acquittal', 'legal'],
  ['event.approval', 'regulation'],
  ['event.rejection', 'regulation'],
  ['event.restriction', 'regulation'],
  ['event.recall', 'incident'],
  ['event.accident', 'incident'],
  ['event.damage', 'incident'],
  ['event.halt', 'incident'],
  ['event.closure', 'incident'],
  ['event.struggle', 'incident'],
  ['event.conflict', 'macro'],
  ['market.', 'macro'],
  ['social.', 'opinion'],
]

const weighty: ReadonlySet<EventKind> = new Set([
  'earnings',
  'guidance',
  'deal',
  'legal',
  'regulation',
  'management',
  'financing',
  'incident',
])

/** An article as the rule engine reads it: the same closed shape as a model's, without one. */
export function readByRules(
  text: string,
  candidates: readonly EntityInput[],
  analyzer: SentimentAnalyzer,
): Reading {
  const result = analyzer.analyze(text, { entities: candidates })
  const strongest = result.evidence.reduce<(typeof result.evidence)[number] | undefined>(
    (best, one) => (best && Math.abs(best.weight) >= Math.abs(one.weight) ? best : one),
    undefined,
  )
  const event = strongest ? eventOf(strongest.rule) : 'other'
  return {
    event,
    materiality: materialityOf(event, Math.abs(result.score)),
    about: candidates.map((candidate) => {
      const instrument = typeof candidate === 'string' ? candidate : candidate.id
      const own = result.entities.find(({ id, evidence }) => id === instrument && evidence.length > 0)
      return { instrument, stance: own?.label ?? result.label }
    }),
    spans: spansAround(text, strongest?.start ?? 0),
    by: 'rules',
  }
}

function eventOf(rule: string): EventKind {
  return eventOfRule.find(([prefix]) => rule.startsWith(prefix))?.[1] ?? 'other'
}

function materialityOf(event: EventKind, strength: number): Materiality {
  if (strength >= 0.45) return weighty.has(event) ? 'high' : 'medium'
  return strength >= 0.25 ? 'medium' : 'low'
}

function spansAround(text: string, position: number): Span[] {
  return sentencesOf(text)
    .filter(([start, end]) => start <= position && position < end)
    .slice(0, 1)
}
