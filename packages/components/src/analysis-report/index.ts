export { AnalysisReport, type AnalysisReportProps } from './AnalysisReport.tsx'
export { FinishedReport, type FinishedReportProps } from './FinishedReport.tsx'
