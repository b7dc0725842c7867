export {
  createSentimentAnalyzer,
  type SentimentAnalyzer,
  type SentimentAnalyzerOptions,
} from './createSentimentAnalyzer.ts'
