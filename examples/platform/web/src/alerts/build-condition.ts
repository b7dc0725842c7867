import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'
import { choiceLabel } from '@starkmatter/components/indicator-picker'
import { indicators } from '@starkmatter/core/indicators/registry'

/** One value that an alert can be about: the price, or an output of an indicator on the chart. */
export type Subject = { key: string; label: string; operand: object }

export type Comparison = 'crosses' | 'crosses above' | 'crosses below' | 'is above' | 'is below'

/** What the form holds. */
export type AlertDraft = {
  kind: 'compare' | 'change' | 'volume' | 'headline' | 'sentiment'
  /** `key` of the subject on the left. */
  left: string
  comparison: Comparison
  /** `key` of the subject on the right, or `value`. */
  right: string
  /** As typed. */
  value: string
  words: string
}

const price: Subject = { key: 'price', label: 'Price', operand: { kind: 'price', field: 'close' } }

/** The price, and what of the chart's indicators an alert can be made of: nothing that changes what it said. */
export function subjectsOf(choices: readonly IndicatorChoice[]): readonly Subject[] {
  const subjects = choices.flatMap((choice): Subject[] => {
    const indicator = indicators.get(choice.name)
    if (!indicator || indicator.repaints || !indicator.causal || indicator.inputs.includes('periods'))
      return []
    const { name, params = {} } = choice
    return indicator.outputs.map(({ name: output }) => ({
      key: `${choiceLabel(choice, indicator)} ${output}`,
      label: choiceLabel(choice, indicator) + (indicator.outputs.length > 1 ? ` ${output}` : ''),
      operand: { kind: 'indicator', name, params, output },
    }))
  })
  return [price, ...new Map(subjects.map((subject) => [subject.key, subject])).values()]
}

/** The condition that a draft means; `undefined` while something is missing. */
export function buildCondition(draft: AlertDraft, subjects: readonly Subject[]): object | undefined {
  const { kind, comparison } = draft
  const value = Number(draft.value)
  const isNumber = draft.value.trim() !== '' && Number.isFinite(value)
  switch (kind) {
    case 'compare': {
      const left = subjects.find(({ key }) => key === draft.left)?.operand
      const level = isNumber ? { kind: 'level', value } : undefined
      const right = draft.right === 'value' ? level : subjects.find(({ key }) => key === draft.right)?.operand
      if (!left || !right || draft.left === draft.right) return undefined
      return { type: 'compare', left, relation: comparison, right }
    }
    case 'change':
      if (!isNumber || value === 0) return undefined
      return {
        type: 'change',
        direction: comparison === 'is above' ? 'up' : comparison === 'is below' ? 'down' : 'either',
        percent: Math.abs(value),
        over: 'previous close',
      }
    case 'volume':
      return isNumber && value > 0
        ? { type: 'volume', relation: 'is above', times: value, period: 20 }
        : undefined
    case 'sentiment':
      if (!isNumber || Math.abs(value) > 1) return undefined
      return {
        type: 'sentiment',
        relation: comparison === 'is below' ? comparison : 'is above',
        score: value,
      }
    case 'headline': {
      const words = draft.words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word.length >= 2)
      return words.length > 0 ? { type: 'headline', words: words.slice(0, 10) } : undefined
    }
  }
}
