import type { SymbolMatch } from '@starkmatter/core'
import { useSymbolSearch } from '@starkmatter/react'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { ErrorNotice } from '../error-notice/ErrorNotice.tsx'
import { displaySymbol } from '../shared/display-symbol.ts'

export type SymbolSearchProps = {
  onSelect(match: SymbolMatch): void
  /** Shown while nothing has been typed. */
  suggestions?: readonly string[] | undefined
  onSuggestion?: ((symbol: string) => void) | undefined
  /** @default false */
  autoFocus?: boolean | undefined
  placeholder?: string | undefined
}

/** Finds instruments by symbol or name. Arrow keys choose, Enter takes. */
export function SymbolSearch(props: SymbolSearchProps) {
  const { onSelect, suggestions = [], onSuggestion, autoFocus, placeholder = 'Symbol or name' } = props
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const asked = useDeferredValue(text)
  const {
    data: matches = [],
    error,
    isFetching,
    isPlaceholderData,
    refetch,
  } = useSymbolSearch({ text: asked })
  const hasText = asked.trim() !== ''
  const shown = hasText ? matches : []
  const chosen = Math.min(active, shown.length - 1)

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown.length > 0) {
      event.preventDefault()
      setActive((chosen + step + shown.length) % shown.length)
    }
    const match = shown[chosen]
    if (event.key === 'Enter' && match && !isPlaceholderData) onSelect(match)
  }

  return (
    <div className="sm-search">
      <input
        className="sm-search-input"
        type="text"
        role="combobox"
        aria-label="Search symbols"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown[chosen] ? `${listId}-${chosen}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: only where the user has just asked for the search
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Matching symbols"
        className="sm-search-list"
        aria-busy={isFetching}
      >
        {shown.map((match, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the input, as comboboxes do
          <div
            key={`${match.provider} ${match.instrument.id}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="sm-search-option"
            onPointerMove={() => setActive(index)}
            onClick={() => onSelect(match)}
          >
            <b>{match.instrument.symbol}</b>
            <span className="sm-search-name">{match.name ?? ''}</span>
            <small>{[match.exchange, match.instrument.assetClass].filter(Boolean).join(' · ')}</small>
          </div>
        ))}
      </div>
      <p className="sm-search-note" aria-live="polite">
        {hasText &&
          !error &&
          !isFetching &&
          shown.length === 0 &&
          `Nothing matches “${asked.trim()}”. Try a shorter text, or the company’s name.`}
        {hasText && isFetching && shown.length === 0 && 'Searching…'}
        {!hasText && 'Type a symbol like AAPL or a name like Apple.'}
      </p>
      {error && hasText && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!hasText && suggestions.length > 0 && (
        <div className="sm-chips">
          {suggestions.map((symbol) => (
            <button key={symbol} type="button" className="sm-chip" onClick={() => onSuggestion?.(symbol)}>
              {displaySymbol(symbol)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
