export { type HackerNewsOptions, hackerNews } from './hackerNews.ts'
