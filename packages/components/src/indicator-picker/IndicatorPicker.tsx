import type { Indicator } from '@starkmatter/core/indicators/registry'
import { indicatorRegistryQueryOptions } from '@starkmatter/react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNotice } from '../error-notice/ErrorNotice.tsx'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { ChosenIndicator } from './ChosenIndicator.tsx'
import { type IndicatorChoice, newChoice } from './indicator-choice.ts'

export type IndicatorPickerProps = {
  value: readonly IndicatorChoice[]
  onChange(value: readonly IndicatorChoice[]): void
}

/** Puts indicators on a chart, sets their parameters and takes them off. What there is comes from the core's registry. */
export function IndicatorPicker({ value, onChange }: IndicatorPickerProps) {
  const registry = useQuery(indicatorRegistryQueryOptions())
  const [text, setText] = useState('')
  if (registry.error) return <ErrorNotice error={registry.error} onRetry={() => void registry.refetch()} />
  if (!registry.data) return <Skeleton height="160px" />
  const definitions = registry.data
  const groups = grouped([...definitions.values()].filter((definition) => matches(definition, text)))
  const replace = (index: number, choice: IndicatorChoice) =>
    onChange(value.map((old, at) => (at === index ? choice : old)))

  return (
    <div className="sm-indicators">
      <section aria-label="On the chart">
        <h3 className="sm-caption">On the chart</h3>
        {value.length === 0 && <p className="sm-secondary">None yet. Add one from the list below.</p>}
        <ul className="sm-list">
          {value.map((choice, index) => (
            <ChosenIndicator
              // biome-ignore lint/suspicious/noArrayIndexKey: the same indicator may be there twice
              key={`${choice.name} ${index}`}
              choice={choice}
              definition={definitions.get(choice.name)}
              onChange={(next) => replace(index, next)}
              onRemove={() => onChange(value.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      </section>
      <input
        className="sm-search-input"
        type="search"
        aria-label="Filter indicators"
        placeholder={`Filter ${definitions.size} indicators`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {groups.length === 0 && (
        <p className="sm-secondary">No indicator is called like that. Clear the filter to see all.</p>
      )}
      {groups.map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h3 className="sm-caption">{group}</h3>
          <ul className="sm-list">
            {members.map(({ name, title }) => (
              <li key={name}>
                <button
                  type="button"
                  className="sm-list-row"
                  onClick={() => onChange([...value, newChoice(name)])}
                >
                  <b>{name}</b>
                  <span>{title}</span>
                  <span aria-hidden="true">+</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function matches({ name, title }: Indicator, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted)
}

function grouped(definitions: readonly Indicator[]): readonly (readonly [string, readonly Indicator[]])[] {
  const groups = new Map<string, Indicator[]>()
  for (const definition of definitions) {
    // Without a column of periods in a bar series there is nothing such a function could be drawn from.
    if (definition.inputs.includes('periods')) continue
    groups.set(definition.group, [...(groups.get(definition.group) ?? []), definition])
  }
  return [...groups]
}
