import { parseInstrument } from '../../market/index.ts'
import type { EvidenceContent, EvidenceMetric } from '../evidence/evidence.ts'
import { countedIn } from '../tools/countedIn.ts'
import type { Position } from './analystOptions.ts'
import type { Subject } from './lookUpSubjects.ts'

/** What holdings are worth, computed here, so that a report can point at it. */
export function positionEvidence(
  positions: readonly Position[],
  subjects: readonly Subject[],
): EvidenceContent[] {
  const held = positions.flatMap((position) => {
    const symbol = typeof position.symbol === 'string' ? position.symbol.trim() : position.symbol.id
    const subject = subjects.find((candidate) => candidate.symbol === symbol)
    const evidence = subject?.evidence
    const price = evidence?.metrics.find(({ name }) => name === 'last' || name === 'close')
    const last = price?.values.at(-1)
    const asOf = evidence?.asOf.at(-1)
    return evidence && price && typeof last === 'number' && asOf !== undefined
      ? [{ position, evidence, asOf, unit: price.unit, last, value: last * position.quantity }]
      : []
  })
  // A share of the whole makes sense only where all of it is counted in one currency.
  const units = new Set(held.map(({ unit }) => unit))
  const total = units.size === 1 ? held.reduce((sum, { value }) => sum + value, 0) : 0
  return held.map(({ position, evidence, asOf, unit, last, value }) => {
    const { quantity, averageCost } = position
    const metrics: EvidenceMetric[] = [
      { name: 'quantity', unit: countedIn(parseInstrument(position.symbol)), values: [quantity] },
      { name: 'last', unit, values: [last] },
      { name: 'marketValue', unit, values: [value] },
    ]
    if (total > 0) metrics.push({ name: 'weight', unit: '%', values: [(value / total) * 100] })
    if (averageCost !== undefined) {
      metrics.push(
        { name: 'averageCost', unit, values: [averageCost] },
        { name: 'unrealizedChange', unit, values: [(last - averageCost) * quantity] },
      )
      if (averageCost !== 0)
        metrics.push({
          name: 'unrealizedChangePercent',
          unit: '%',
          values: [((last - averageCost) / Math.abs(averageCost)) * 100],
        })
    }
    return {
      tool: 'portfolio',
      subject: evidence.subject,
      ...(evidence.subjectName && { subjectName: evidence.subjectName }),
      provider: evidence.provider,
      fetchedAt: evidence.fetchedAt,
      asOf: [asOf],
      metrics,
    }
  })
}
