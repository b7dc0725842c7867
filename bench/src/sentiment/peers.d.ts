declare module 'sentiment' {
  const Sentiment: new () => { analyze(text: string): { score: number } }
  export = Sentiment
}
declare module 'vader-sentiment' {
  export const SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } }
}
declare module 'wink-sentiment' {
  function winkSentiment(text: string): { score: number }
  export = winkSentiment
}
