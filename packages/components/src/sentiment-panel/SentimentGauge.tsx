import { formatChange } from '@starkmatter/charts/format'
import type { SentimentReading } from '@starkmatter/react'
import { inWords } from './in-words.ts'

export type SentimentGaugeProps = {
  reading: SentimentReading
  locale?: string | undefined
}

/** The score of the moment on its scale, what it stands on, and how it came there. */
export function SentimentGauge({ reading: { aggregate, series }, locale }: SentimentGaugeProps) {
  if (!aggregate) return null
  const { score, stories, duplicates, dispersion, momentum } = aggregate
  const words = inWords(score)
  const { text, direction: sign } = formatChange(score, 2, locale)
  // What is called neutral points nowhere.
  const direction = words === 'neutral' ? 'flat' : sign
  const place = `${50 + 50 * score}%`
  return (
    <div className="sm-sentiment-gauge">
      <p className="sm-sentiment-score">
        <span className={`sm-${direction}`}>
          {direction !== 'flat' && <span aria-hidden="true">{direction === 'down' ? '▼ ' : '▲ '}</span>}
          {text}
        </span>
        <span>{words}</span>
      </p>
      <meter
        className="sm-visually-hidden"
        min={-1}
        max={1}
        value={Number(score.toFixed(2))}
        aria-label="News sentiment"
        aria-valuetext={`${text} on a scale from −1 to +1, ${words}`}
      />
      <div className="sm-meter" aria-hidden="true">
        <span
          className={`sm-meter-bar sm-${direction}`}
          style={score < 0 ? { left: place, right: '50%' } : { left: '50%', right: `${50 - 50 * score}%` }}
        />
        <span className="sm-meter-needle" style={{ left: place }} />
      </div>
      <div className="sm-meter-scale" aria-hidden="true">
        <span>−1 bad</span>
        <span>0</span>
        <span>good +1</span>
      </div>
      <Course scores={series.score} />
      <dl className="sm-sentiment-facts">
        <Fact name="Stories" value={`${stories}`} note={duplicates > 0 ? `${duplicates} copies` : ''} />
        <Fact name="Against usual" value={formatChange(momentum, 2, locale).text} />
        <Fact name="Press" value={dispersion < 0.25 ? 'agrees' : dispersion < 0.5 ? 'differs' : 'is split'} />
      </dl>
    </div>
  )
}

function Fact({ name, value, note = '' }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {note && <small>{note}</small>}
      </dd>
    </div>
  )
}

const [width, height] = [240, 36]

/** The score over the time of the news, the newest right. What it says stands beside it in words. */
function Course({ scores }: { scores: Float64Array }) {
  const points = Array.from(scores, (score, index) => {
    const x = scores.length > 1 ? (index / (scores.length - 1)) * width : width
    return Number.isNaN(score) ? '' : `${x.toFixed(1)},${(height / 2 - (score * height) / 2).toFixed(1)}`
  })
  return (
    <svg
      className="sm-course"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" x2={width} y1={height / 2} y2={height / 2} />
      <polyline points={points.filter((point) => point !== '').join(' ')} />
    </svg>
  )
}
