import { createClient, RateLimitError, UnknownSymbolError } from '@starkmatter/core'
// Loaded beforehand: the picker fetches it on first use, and that may take its time.
import '@starkmatter/core/indicators/registry'
import { StarkMatterProvider } from '@starkmatter/react'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { sampleMarket } from '../../react/src/testing/sample-market.ts'
import { ErrorNotice } from './error-notice/ErrorNotice.tsx'
import { IndicatorPicker } from './indicator-picker/IndicatorPicker.tsx'
import type { IndicatorChoice } from './indicator-picker/indicator-choice.ts'
import { IntervalPicker, inWords } from './interval-picker/IntervalPicker.tsx'
import { PriceHeader } from './price-header/PriceHeader.tsx'
import { SymbolSearch } from './symbol-search/SymbolSearch.tsx'
import { Watchlist } from './watchlist/Watchlist.tsx'

const client = createClient({ providers: [sampleMarket({ everyMs: 20 })] })
const show = (widget: React.ReactNode) =>
  render(<StarkMatterProvider client={client}>{widget}</StarkMatterProvider>)

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('the search is driven by the keyboard alone: type, arrow down, Enter', async () => {
  const onSelect = vi.fn()
  show(<SymbolSearch onSelect={onSelect} />)
  const input = screen.getByRole('combobox', { name: 'Search symbols' })
  fireEvent.change(input, { target: { value: 'corporation' } })
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true')
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id)
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(onSelect.mock.calls[0]?.[0].instrument.symbol).toBe('NVDA')
})

test('a search without a hit says so, and what to try', async () => {
  show(<SymbolSearch onSelect={() => undefined} />)
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'zzz' } })
  await screen.findByText(/Nothing matches “zzz”.*Try/)
})

test('bar lengths are radio buttons with names in words, and one that is not in the list is added to it', () => {
  const onChange = vi.fn()
  show(<IntervalPicker value="3m" onChange={onChange} />)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '3 minutes' }).checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '1 hour' }))
  expect(onChange).toHaveBeenCalledWith('1h')
  expect(['1m', '15m', '1d', '1mo'].map(inWords)).toEqual(['1 minute', '15 minutes', '1 day', '1 month'])
})

test('an error that may pass counts down and asks again by itself', () => {
  vi.useFakeTimers()
  const onRetry = vi.fn()
  const error = new RateLimitError('Too many calls.', { provider: 'yahoo', retryAfterMs: 3_000 })
  show(<ErrorNotice error={error} onRetry={onRetry} />)
  screen.getByRole('button', { name: 'Try again (in 3 s)' })
  act(() => vi.advanceTimersByTime(2_000))
  screen.getByRole('button', { name: 'Try again (in 1 s)' })
  expect(onRetry).not.toHaveBeenCalled()
  act(() => vi.advanceTimersByTime(1_000))
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('an error that will not pass offers another way instead of a retry', () => {
  show(<ErrorNotice error={new UnknownSymbolError('NOPE')} onRetry={() => undefined} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('press / to open the search')
})

function Picker({ onChange }: { onChange(value: readonly IndicatorChoice[]): void }) {
  const [value, setValue] = useState<readonly IndicatorChoice[]>([{ name: 'RSI', params: {} }])
  return (
    <IndicatorPicker
      value={value}
      onChange={(next) => {
        setValue(next)
        onChange(next)
      }}
    />
  )
}

test('indicators are added, set within their range and removed', async () => {
  const onChange = vi.fn()
  show(<Picker onChange={onChange} />)
  const filter = await screen.findByRole('searchbox', { name: 'Filter indicators' })
  fireEvent.change(filter, { target: { value: 'bollinger' } })
  fireEvent.click(screen.getByRole('button', { name: /BBANDS/ }))
  expect(onChange).toHaveBeenLastCalledWith([
    { name: 'RSI', params: {} },
    { name: 'BBANDS', params: { period: 20 } },
  ])
  const [period] = screen.getAllByLabelText('period')
  if (!period) throw new Error('no period')
  fireEvent.change(period, { target: { value: '1' } })
  expect(period.getAttribute('aria-invalid')).toBe('true')
  fireEvent.change(period, { target: { value: '21' } })
  expect(onChange.mock.lastCall?.[0][0]).toEqual({ name: 'RSI', params: { period: 21 } })
  fireEvent.click(screen.getByRole('button', { name: 'Remove RSI 21' }))
  expect(onChange.mock.lastCall?.[0]).toEqual([{ name: 'BBANDS', params: { period: 20 } }])
})

test('the price header says name, price with a true minus, and that a market is made up', async () => {
  show(<PriceHeader symbol="MSFT" />)
  await screen.findByText('Microsoft Corporation')
  screen.getByText('SIMULATED')
  expect(document.body.textContent).not.toMatch(/-\d/)
})

test('a watchlist keeps the symbols that have no quote, and says so', async () => {
  const onSelect = vi.fn()
  show(<Watchlist symbols={['AAPL', 'NOPE']} selected="AAPL" onSelect={onSelect} />)
  await screen.findByText('Apple Inc.')
  await screen.findByText('no quote here')
  expect(screen.getByRole('button', { name: /Apple/ }).getAttribute('aria-current')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: /NOPE/ }))
  expect(onSelect).toHaveBeenCalledWith('NOPE')
})
