export { type RedditOptions, reddit } from './reddit.ts'
