export { SentimentPanel, type SentimentPanelProps } from './SentimentPanel.tsx'
export { SentimentSummary, type SentimentSummaryProps } from './SentimentSummary.tsx'
