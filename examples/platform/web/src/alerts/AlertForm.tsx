import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'
import { displaySymbol } from '@starkmatter/components/price-header'
import { useQuote } from '@starkmatter/react'
import { type FormEvent, useId, useState } from 'react'
import { type AlertDraft, buildCondition, subjectsOf } from './build-condition.ts'
import { Choice } from './Choice.tsx'
import { useAlertActions } from './useAlerts.ts'
import { usePreview } from './usePreview.ts'

type AlertFormProps = { symbol: string; interval: string; indicators: readonly IndicatorChoice[] }

const kinds = {
  compare: 'Price or indicator',
  change: 'Change since the previous close',
  volume: 'Volume against its average',
  headline: 'A headline',
  sentiment: 'News sentiment',
} as const

const relations: Record<AlertDraft['comparison'], string> = {
  crosses: 'crosses',
  'crosses above': 'crosses above',
  'crosses below': 'crosses below',
  'is above': 'is above',
  'is below': 'is below',
}
const directions = { crosses: 'either way', 'is above': 'up', 'is below': 'down' } as const
const repeats = { once: 'Once', 'every time': 'Every time', 'once per bar': 'Once per bar' } as const

const field = 'h-8 max-md:h-11 rounded-md border border-line-strong bg-surface px-2 max-md:text-[16px]'

/** Builds an alert from what is on the chart, says it in words, and how often it would have fired. */
export function AlertForm({ symbol, interval, indicators }: AlertFormProps) {
  const { data: quote } = useQuote({ symbol })
  const [typed, setTyped] = useState<Partial<AlertDraft>>({})
  const [repeat, setRepeat] = useState<keyof typeof repeats>('once')
  const [isLive, setLive] = useState<boolean | null>(null)
  const [webhook, setWebhook] = useState('')
  const { create } = useAlertActions()
  const valueId = useId()
  const subjects = subjectsOf(indicators)

  const kind = typed.kind ?? 'compare'
  // What is watched at the moment is the place to begin: an alert at this price.
  const [price, setPrice] = useState<number | null>(null)
  if (price === null && quote && quote.last !== null) setPrice(quote.last)
  const start = kind === 'compare' && (typed.left ?? 'price') === 'price' ? price : null
  const draft: AlertDraft = {
    kind,
    left: 'price',
    comparison: kind === 'sentiment' ? 'is above' : 'crosses',
    right: 'value',
    value: start === null ? '' : String(start),
    words: '',
    ...typed,
  }
  const set = (part: Partial<AlertDraft>) => setTyped({ ...typed, ...part })
  const condition = buildCondition(draft, subjects)
  const isPrice = kind === 'compare' && draft.left === 'price' && draft.right === 'value'
  const evaluate = (isLive ?? isPrice) ? 'tick' : 'close'
  const body = condition && {
    ...{ symbol, interval, condition, evaluate, repeat },
    webhook: webhook.trim() === '' ? null : webhook.trim(),
  }
  const { data: preview, error } = usePreview(body && { ...body, webhook: null })
  const labels = Object.fromEntries(subjects.map(({ key, label }) => [key, label]))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (body) create.mutate(body, { onSuccess: () => setTyped({ kind }) })
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={submit}
      aria-label={`New alert on ${displaySymbol(symbol)}`}
    >
      <div className="grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
        <Choice
          label="What it is about"
          options={kinds}
          value={kind}
          onChange={(next) => setTyped({ kind: next })}
        />
        {kind === 'compare' && (
          <>
            <Choice
              label="Which value"
              options={labels}
              value={draft.left}
              onChange={(left) => set({ left })}
            />
            <Choice
              label="How it compares"
              options={relations}
              value={draft.comparison}
              onChange={(comparison) => set({ comparison })}
            />
            <Choice
              label="Against what"
              options={{ value: 'Value', ...labels }}
              value={draft.right}
              onChange={(right) => set({ right })}
            />
          </>
        )}
        {kind === 'change' && (
          <Choice
            label="Direction"
            options={directions}
            value={
              draft.comparison === 'is above' || draft.comparison === 'is below'
                ? draft.comparison
                : 'crosses'
            }
            onChange={(comparison) => set({ comparison })}
          />
        )}
        {kind === 'sentiment' && (
          <Choice
            label="How it compares"
            options={{ 'is above': 'is above', 'is below': 'is below' }}
            value={draft.comparison === 'is below' ? 'is below' : 'is above'}
            onChange={(comparison) => set({ comparison })}
          />
        )}
        {kind === 'headline' ? (
          <input
            className={`${field} min-w-48 flex-1`}
            aria-label="Words, separated by commas"
            placeholder="recall, lawsuit"
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        ) : (
          draft.right === 'value' && (
            <label className="flex items-center gap-1" htmlFor={valueId}>
              <span className="sr-only">Value</span>
              <input
                id={valueId}
                className={`${field} w-28 text-right tabular-nums`}
                inputMode="decimal"
                autoComplete="off"
                value={draft.value}
                onChange={(event) => set({ value: event.target.value })}
              />
              <span className="text-secondary">{{ change: '%', volume: 'times' }[String(kind)]}</span>
            </label>
          )
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Choice label="How often" options={repeats} value={repeat} onChange={(next) => setRepeat(next)} />
        <label className="flex items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-(--sm-accent)"
            checked={evaluate === 'close'}
            onChange={(event) => setLive(!event.target.checked)}
          />
          Only when a bar closes
        </label>
        <input
          className={`${field} min-w-48 flex-1`}
          type="url"
          aria-label="Webhook"
          placeholder="Webhook, https://… (optional)"
          value={webhook}
          onChange={(event) => setWebhook(event.target.value)}
        />
      </div>
      <p className="min-h-10 text-secondary" aria-live="polite">
        {create.error ? (
          <span className="text-(--sm-down)">{create.error.message}</span>
        ) : error ? (
          error.message
        ) : preview ? (
          <>
            <b className="font-semibold text-ink">{preview.description}.</b> Would have fired{' '}
            {preview.count === 1 ? 'once' : `${preview.count} times`} over the last {preview.bars} bars.
          </>
        ) : condition ? (
          'Looking at the past…'
        ) : (
          'Say what you wait for.'
        )}
      </p>
      <button type="submit" className="sm-button self-start" disabled={!body || create.isPending}>
        Create alert
      </button>
    </form>
  )
}
