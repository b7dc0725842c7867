export { CandleChart, type CandleChartProps } from './CandleChart.tsx'
export type { ChartStudy, StudyOutput } from './view/chart-study.ts'
