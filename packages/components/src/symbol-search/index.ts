export { SymbolSearch, type SymbolSearchProps } from './SymbolSearch.tsx'
