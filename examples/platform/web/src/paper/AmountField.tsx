import { useEffect, useRef } from 'react'
import { readAmount } from './order-draft.ts'

type AmountFieldProps = {
  label: string
  /** Stands behind the label: a unit. */
  unit?: string | undefined
  value: string
  onChange(value: string): void
  /** Takes the keyboard when it appears. */
  autoFocus?: boolean | undefined
}

/** A quantity or a price. What is no number is marked as soon as something stands there. */
export function AmountField({ label, unit, value, onChange, autoFocus = false }: AmountFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])
  return (
    <label className="block min-w-0 flex-1">
      <span className="mb-1 block text-[11px] text-faint">
        {label}
        {unit && ` (${unit})`}
      </span>
      <input
        ref={input}
        className="paper-input"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={value !== '' && readAmount(value) === undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
