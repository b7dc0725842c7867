import type { Label } from './systems.ts'

export type Labelled = { text: string; label: Label }

export type Quality = {
  /** Percent of labels right. */
  accuracy: number
  /** Mean F1 of the three labels, percent: neglecting a rare label costs as much as a common one. */
  macroF1: number
  /** Of the texts with a direction to which a direction was given, percent with the right one. */
  polarPrecision: number
}

const labels: readonly Label[] = ['negative', 'neutral', 'positive']

export function qualityOf(rows: readonly Labelled[], said: readonly Label[]): Quality {
  const count = (test: (gold: Label, label: Label) => boolean) =>
    rows.filter((row, index) => test(row.label, said[index] ?? 'neutral')).length
  const f1 = labels.map((wanted) => {
    const both = count((gold, label) => gold === wanted && label === wanted)
    return (2 * both) / (count((gold) => gold === wanted) + count((_, label) => label === wanted) || 1)
  })
  const polar = count((gold, label) => gold !== 'neutral' && label !== 'neutral')
  return {
    accuracy: (100 * count((gold, label) => gold === label)) / rows.length,
    macroF1: (100 * f1.reduce((sum, value) => sum + value, 0)) / labels.length,
    polarPrecision: (100 * count((gold, label) => gold !== 'neutral' && gold === label)) / (polar || 1),
  }
}
