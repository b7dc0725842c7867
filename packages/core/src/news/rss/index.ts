export { type RssOptions, rss } from './rss.ts'
