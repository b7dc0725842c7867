import type { SentimentReading } from '@starkmatter/react'
import { useState } from 'react'
import { displaySymbol } from '../shared/display-symbol.ts'
import { SourceBadge } from '../source-badge/SourceBadge.tsx'
import { Headline } from './Headline.tsx'
import { SentimentGauge } from './SentimentGauge.tsx'

export type SentimentSummaryProps = {
  reading: SentimentReading
  /** Headlines shown before "Show all". @default 5 */
  limit?: number | undefined
  locale?: string | undefined
}

/** How the news of an instrument reads: the score, and the headlines that it is made of with their evidence. */
export function SentimentSummary({ reading, limit = 5, locale }: SentimentSummaryProps) {
  const [isWhole, setIsWhole] = useState(false)
  const { instrument, items, simulated } = reading
  const name = displaySymbol(instrument)
  const shown = isWhole ? items : items.slice(0, limit)
  return (
    <section className={`sm-panel ${simulated ? 'sm-hatched' : ''}`} aria-label={`News sentiment of ${name}`}>
      <header className="sm-panel-head">
        <h2>News sentiment</h2>
        {simulated && <SourceBadge simulated />}
      </header>
      {items.length === 0 ? (
        <p className="sm-panel-note">
          There is no news on {name} yet. What appears is read as it comes, and its score stands here.
        </p>
      ) : (
        <>
          <SentimentGauge reading={reading} locale={locale} />
          <ul className="sm-list">
            {shown.map((scored) => (
              <li key={`${scored.item.source} ${scored.item.id}`}>
                <Headline scored={scored} locale={locale} />
              </li>
            ))}
          </ul>
          {items.length > limit && (
            <button type="button" className="sm-panel-more" onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? 'Show fewer' : `Show all ${items.length} headlines`}
            </button>
          )}
        </>
      )}
    </section>
  )
}
