import type { Indicator, IndicatorParam } from '@starkmatter/core/indicators/registry'
import { CrossIcon } from '../shared/CrossIcon.tsx'
import { choiceLabel, type IndicatorChoice, isAverageKind } from './indicator-choice.ts'

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
        {definition?.params.map((param) => (
          <ParamField
            key={param.name}
            param={param}
            value={choice.params?.[param.name] ?? param.default}
            onChange={set}
          />
        ))}
      </span>
      <button type="button" className="sm-icon-button" aria-label={`Remove ${label}`} onClick={onRemove}>
        <CrossIcon />
      </button>
    </li>
  )
}

type ParamFieldProps = {
  param: IndicatorParam
  value: number
  onChange(name: string, value: number): void
}

// TA-Lib's kinds of moving average, which the registry carries as their numbers.
const averages = ['SMA', 'EMA', 'WMA', 'DEMA', 'TEMA', 'TRIMA', 'KAMA', 'MAMA', 'T3']

function ParamField({ param: { name, min, max, integer }, value, onChange }: ParamFieldProps) {
  if (isAverageKind(name)) {
    return (
      <label>
        <span>{spaced(name)}</span>
        <select value={value} onChange={(event) => onChange(name, Number(event.target.value))}>
          {averages.map((average, kind) => (
            <option key={average} value={kind}>
              {average}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <label>
      <span>{spaced(name)}</span>
      <input
        type="number"
        min={min}
        max={max}
        step={integer ? 1 : 'any'}
        defaultValue={value}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          const isValid = next >= min && next <= max && (!integer || Number.isInteger(next))
          event.target.setAttribute('aria-invalid', String(!isValid))
          if (isValid) onChange(name, next)
        }}
      />
    </label>
  )
}

/** `fastPeriod` as people write it: `fast period`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
