export { MarketChart, type MarketChartProps } from './MarketChart.tsx'
export { toStudies } from './to-studies.ts'
