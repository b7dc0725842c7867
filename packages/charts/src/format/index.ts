export { timeLabel, zoneAbbreviation, zonePlace } from '../time/zone-times.ts'
export { formatCompact, formatDecimal, numberFormat, priceDecimals } from './price.ts'
