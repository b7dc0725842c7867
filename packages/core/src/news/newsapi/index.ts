export { type NewsapiOptions, newsapi } from './newsapi.ts'
