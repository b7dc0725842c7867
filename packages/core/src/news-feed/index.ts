export { type CollectedNews, collectNews } from './collectNews.ts'
export { type MergedNewsItem, mergeNews } from './mergeNews.ts'
export { pageNews } from './pageNews.ts'
export { type WatchNewsOptions, watchNews } from './watchNews.ts'
