export { type MassiveOptions, massive } from './massive.ts'
