export { type AggregateSentimentOptions, aggregateSentiment } from './aggregate/aggregateSentiment.ts'
export {
  createSentimentAggregator,
  type SentimentAggregator,
  type SentimentAggregatorOptions,
} from './aggregate/createSentimentAggregator.ts'
export type { ItemSentiment, SentimentAggregate, SentimentItem } from './aggregate/sentimentItem.ts'
export {
  type SentimentSeries,
  type SentimentSeriesOptions,
  sentimentSeries,
} from './aggregate/sentimentSeries.ts'
export {
  type Classification,
  type ClassifyOptions,
  rulesClassifier,
  type SentimentClassifier,
} from './classifiers/classifier.ts'
export {
  type ClaudeClassifier,
  type ClaudeClassifierOptions,
  claudeClassifier,
  type VerdictCache,
} from './classifiers/claudeClassifier.ts'
export type {
  ClassifierModel,
  ClassifierPrice,
  ClassifierRequest,
  ClassifierResponse,
  Verdict,
} from './classifiers/languageModel.ts'
export { type LinearClassifier, type LinearModel, loadLinear } from './classifiers/linearModel.ts'
export { type LabelledText, type TrainLinearOptions, trainLinear } from './classifiers/trainLinear.ts'
export {
  type TransformersClassifierOptions,
  transformersClassifier,
} from './classifiers/transformersClassifier.ts'
export {
  createSentimentAnalyzer,
  type SentimentAnalyzer,
  type SentimentAnalyzerOptions,
} from './createSentimentAnalyzer.ts'
export type {
  AnalyzeOptions,
  EntityInput,
  EntityMention,
  EntitySentiment,
  Evidence,
  SentimentFlag,
  SentimentLabel,
  SentimentResult,
} from './types.ts'
