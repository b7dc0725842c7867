import { createSentimentAnalyzer } from '@starkmatter/core/sentiment'
import Sentiment from 'sentiment'
import { SentimentIntensityAnalyzer } from 'vader-sentiment'
import winkSentiment from 'wink-sentiment'

export type Label = 'positive' | 'negative' | 'neutral'

export type System = { name: string; read(text: string): Label }

const bySign = (score: number, margin = 0): Label =>
  score > margin ? 'positive' : score < -margin ? 'negative' : 'neutral'

/** Our engine and its peers, each with the thresholds that its own documentation names. */
export function createSystems(): System[] {
  const analyzer = createSentimentAnalyzer()
  const sentiment = new Sentiment()
  return [
    { name: 'starkmatter', read: (text) => analyzer.analyze(text).label },
    { name: 'sentiment 5.0.2', read: (text) => bySign(sentiment.analyze(text).score) },
    { name: 'wink-sentiment 5.0.2', read: (text) => bySign(winkSentiment(text).score) },
    {
      name: 'vader-sentiment 1.1.3',
      read: (text) => bySign(SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
    },
  ]
}
