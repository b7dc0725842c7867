import { formatChange } from '@starkmatter/charts/format'
import type { ScoredNews } from '@starkmatter/react'
import { markEvidence } from './mark-evidence.ts'

export type HeadlineProps = { scored: ScoredNews; locale?: string | undefined }

/** An article's headline with the words that speak for its score, and below it the reasons one by one. */
export function Headline({ scored, locale }: HeadlineProps) {
  const { item, text, score, evidence, flags } = scored
  const shown = formatChange(score, 2, locale)
  const titleEnd = item.title.length
  const summary = item.summary ?? ''
  const hasMore = evidence.some(({ end }) => end > titleEnd)
  return (
    <article className="sm-headline">
      <span className={`sm-headline-score sm-${shown.direction}`}>
        <span className="sm-visually-hidden">Score </span>
        {shown.text}
      </span>
      <div className="sm-headline-text">
        <p>
          <a href={item.url} target="_blank" rel="noreferrer noopener">
            <Marked scored={scored} from={0} to={titleEnd} locale={locale} />
          </a>
        </p>
        {hasMore && (
          <p className="sm-headline-summary">
            <Marked scored={scored} from={text.length - summary.length} to={text.length} locale={locale} />
          </p>
        )}
        <p className="sm-headline-facts">
          {item.source} ·{' '}
          <time dateTime={new Date(item.time).toISOString()}>{whenOf(item.time, locale)}</time>
          {flags.map((flag) => ` · ${flag}`)}
        </p>
        {evidence.length > 0 ? (
          <details className="sm-why">
            <summary>Why {shown.text}</summary>
            <ul>
              {evidence.map(({ start, end, rule, weight }) => (
                <li key={`${start} ${rule}`}>
                  <span className={`sm-${formatChange(weight, 2).direction}`}>
                    {formatChange(weight, 2, locale).text}
                  </span>{' '}
                  “{text.slice(start, end)}” <small>{rule}</small>
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <p className="sm-headline-facts">No word in it speaks for or against.</p>
        )}
      </div>
    </article>
  )
}

type MarkedProps = { scored: ScoredNews; from: number; to: number; locale: string | undefined }

function Marked({ scored: { text, evidence }, from, to, locale }: MarkedProps) {
  return markEvidence(text, evidence, from, to).map(({ text: piece, start, evidence: found }) =>
    found ? (
      <mark
        key={start}
        className={`sm-evidence sm-${formatChange(found.weight, 2).direction}`}
        title={`${formatChange(found.weight, 2, locale).text} ${found.rule}`}
      >
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}

function whenOf(time: number, locale: string | undefined): string {
  return new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}
