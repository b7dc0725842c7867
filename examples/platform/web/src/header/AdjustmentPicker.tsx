import type { Adjustment } from '@starkmatter/core'
import { adjustments } from '../workspace/workspace.ts'

const names: Record<Adjustment, string> = {
  raw: 'As traded',
  splits: 'Splits',
  'splits+dividends': 'Splits + dividends',
}

type AdjustmentPickerProps = {
  value: Adjustment | null
  onChange(value: Adjustment | null): void
}

/** How past prices are restated. Without a wish, for splits where imported data allow it, else as the data come. */
export function AdjustmentPicker({ value, onChange }: AdjustmentPickerProps) {
  return (
    <select
      className="sm-select"
      aria-label="Adjustment of past prices"
      title="Adjustment of past prices"
      value={value ?? ''}
      onChange={(event) => onChange(adjustments.find((known) => known === event.target.value) ?? null)}
    >
      <option value="">Adjustment: automatic</option>
      {adjustments.map((adjustment) => (
        <option key={adjustment} value={adjustment}>
          {names[adjustment]}
        </option>
      ))}
    </select>
  )
}
