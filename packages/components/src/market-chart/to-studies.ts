import type { ChartStudy } from '@starkmatter/charts'
import type { IndicatorResult } from '@starkmatter/react'
import { choiceLabel, type IndicatorChoice } from '../indicator-picker/indicator-choice.ts'

// Where an oscillator counts as stretched: the usual lines, which the registry does not carry.
const levels: Record<string, readonly number[]> = {
  RSI: [30, 70],
  STOCH: [20, 80],
  STOCHF: [20, 80],
  STOCHRSI: [20, 80],
  MFI: [20, 80],
  CCI: [-100, 100],
  WILLR: [-80, -20],
  ADX: [25],
  ULTOSC: [30, 70],
}

/** Worked-out indicators as the chart draws them. Each takes the next free hue; those below the bars start with the second. */
export function toStudies(
  choices: readonly IndicatorChoice[],
  results: readonly IndicatorResult[],
): readonly ChartStudy[] {
  let hue = 0
  return results.flatMap(({ name, values }, position): readonly ChartStudy[] => {
    if (!values) return []
    const { definition, columns } = values
    const isOverlay = definition.outputs.some(({ pane }) => pane === 'price')
    const study: ChartStudy = {
      id: `${name} ${position}`,
      label: choiceLabel(choices[position] ?? { name }, definition),
      pane: isOverlay ? 'price' : 'own',
      outputs: definition.outputs.map((output, index) => ({
        name: output.name,
        plot: output.plot,
        values: columns[index] ?? new Float64Array(),
      })),
      levels: levels[name],
      hue: isOverlay ? hue : 1,
    }
    if (isOverlay) hue++
    return [study]
  })
}
