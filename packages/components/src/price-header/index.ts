export { PriceHeader, type PriceHeaderProps } from './PriceHeader.tsx'
