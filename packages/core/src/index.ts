export * from './errors/index.ts'
export * from './market/index.ts'
export * from './provider/index.ts'
