export { displaySymbol } from '../shared/display-symbol.ts'
export { PriceHeader, type PriceHeaderProps } from './PriceHeader.tsx'
