export { checkSeries } from './check-series.ts'
export type { QualityFlag, QualityKind, SeriesFacts } from './quality.ts'
export { type Repair, type RepairedSeries, repairSeries, undoRepairs } from './repair-series.ts'
