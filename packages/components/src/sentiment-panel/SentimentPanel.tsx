import { type UseSentimentParameters, useSentiment } from '@starkmatter/react'
import { ErrorNotice } from '../error-notice/ErrorNotice.tsx'
import { displaySymbol } from '../shared/display-symbol.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { SentimentSummary, type SentimentSummaryProps } from './SentimentSummary.tsx'

export type SentimentPanelProps = Omit<UseSentimentParameters, 'symbol' | 'limit'> &
  Omit<SentimentSummaryProps, 'reading'> & { symbol: string }

/** The news of one instrument, read and added up, kept up every minute. */
export function SentimentPanel({ limit, locale, ...parameters }: SentimentPanelProps) {
  const { data, error, isPending, refetch } = useSentiment(parameters)
  if (data) {
    return (
      <>
        {error && (
          <p className="sm-panel-note sm-warning" role="status">
            STALE · read {new Date(data.asOf).toLocaleTimeString(locale, { timeStyle: 'short' })}.{' '}
            {error.message}
          </p>
        )}
        {data.failures.length > 0 && (
          <p className="sm-panel-note sm-warning" role="status">
            Not counted, for lack of an answer: {data.failures.map(({ provider }) => provider).join(', ')}
          </p>
        )}
        <SentimentSummary reading={data} limit={limit} locale={locale} />
      </>
    )
  }
  if (error) return <ErrorNotice error={error} onRetry={refetch} />
  if (!isPending) return null
  return (
    <section
      className="sm-panel"
      aria-busy="true"
      aria-label={`News sentiment of ${displaySymbol(parameters.symbol)}`}
    >
      <header className="sm-panel-head">
        <h2>News sentiment</h2>
      </header>
      <div className="sm-panel-waiting" role="status">
        <span className="sm-visually-hidden">Reading the news</span>
        <Skeleton width="96px" height="28px" />
        <Skeleton height="8px" />
        <Skeleton height="36px" />
        <Skeleton width="80%" />
        <Skeleton width="60%" />
      </div>
    </section>
  )
}
