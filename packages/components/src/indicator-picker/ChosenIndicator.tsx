import type { Indicator } from '@starkmatter/core/indicators/registry'
import { CrossIcon } from '../shared/CrossIcon.tsx'
import { choiceLabel, type IndicatorChoice } from './indicator-choice.ts'

type ChosenIndicatorProps = {
  choice: IndicatorChoice
  definition: Indicator | undefined
  onChange(choice: IndicatorChoice): void
  onRemove(): void
}

/** One indicator on the chart: its parameters, within their ranges, and a way to take it off. */
export function ChosenIndicator({ choice, definition, onChange, onRemove }: ChosenIndicatorProps) {
  const label = choiceLabel(choice, definition)
  const set = (name: string, value: number) =>
    onChange({ ...choice, params: { ...choice.params, [name]: value } })
  return (
    <li className="sm-chosen">
      <b title={definition?.title}>{choice.name}</b>
      <span className="sm-chosen-params">
        {definition?.params.map(({ name, min, max, integer, default: usual }) => (
          <label key={name}>
            <span>{spaced(name)}</span>
            <input
              type="number"
              min={min}
              max={max}
              step={integer ? 1 : 'any'}
              defaultValue={choice.params[name] ?? usual}
              onChange={(event) => {
                const value = event.target.valueAsNumber
                const isValid = value >= min && value <= max && (!integer || Number.isInteger(value))
                event.target.setAttribute('aria-invalid', String(!isValid))
                if (isValid) set(name, value)
              }}
            />
          </label>
        ))}
      </span>
      <button type="button" className="sm-icon-button" aria-label={`Remove ${label}`} onClick={onRemove}>
        <CrossIcon />
      </button>
    </li>
  )
}

/** `fastPeriod` as people write it: `fast period`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
