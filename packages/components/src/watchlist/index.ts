export { Watchlist, type WatchlistProps } from './Watchlist.tsx'
