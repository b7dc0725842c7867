export { timeLabel, zoneAbbreviation, zonePlace } from '../time/zone-times.ts'
export {
  type FormattedChange,
  formatChange,
  formatCompact,
  formatDecimal,
  numberFormat,
  priceDecimals,
} from './price.ts'
