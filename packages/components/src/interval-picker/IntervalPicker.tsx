import type { Interval } from '@starkmatter/core'
import { useId } from 'react'

export type IntervalPickerProps = {
  value: Interval
  onChange(interval: Interval): void
  /** @default 1m 5m 15m 1h 4h 1d 1w */
  intervals?: readonly Interval[] | undefined
}

const usual: readonly Interval[] = ['1m', '5m', '15m', '1h', '4h', '1d', '1w']

/** Bar lengths to choose from. Radio buttons underneath, so that the arrow keys work as everywhere. */
export function IntervalPicker({ value, onChange, intervals = usual }: IntervalPickerProps) {
  const name = useId()
  const shown = intervals.includes(value) ? intervals : [...intervals, value]
  return (
    <fieldset className="sm-segments">
      <legend className="sm-visually-hidden">Bar length</legend>
      {shown.map((interval) => (
        <label key={interval} className="sm-segment" title={inWords(interval)}>
          <input
            type="radio"
            name={name}
            value={interval}
            checked={interval === value}
            onChange={() => onChange(interval)}
            aria-label={inWords(interval)}
          />
          <span aria-hidden="true">{interval}</span>
        </label>
      ))}
    </fieldset>
  )
}

const unitNames: Record<string, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
}

/** `15m` as a person says it: `15 minutes`. */
export function inWords(interval: string): string {
  const match = /^(\d+)(\D+)$/.exec(interval)
  const unit = unitNames[match?.[2] ?? '']
  if (!match || !unit) return interval
  return `${match[1]} ${unit}${match[1] === '1' ? '' : 's'}`
}
