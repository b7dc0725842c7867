import { useId } from 'react'

type ChoiceProps<value extends string> = {
  legend: string
  value: value
  options: readonly (readonly [value: value, label: string])[]
  onChange(value: value): void
  /** Marks the chosen one of the two sides of a trade. */
  isSide?: boolean
}

/** One of a few, side by side. Radio buttons underneath, so that the arrow keys work as everywhere. */
export function Choice<value extends string>({
  legend,
  value,
  options,
  onChange,
  isSide,
}: ChoiceProps<value>) {
  const name = useId()
  return (
    <fieldset className="sm-segments paper-choice" data-side={isSide ? value : undefined}>
      <legend className="sm-visually-hidden">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="sm-segment flex-1">
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
