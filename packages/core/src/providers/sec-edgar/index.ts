export { type SecEdgarOptions, secEdgar } from './sec-edgar.ts'
