import { fromRoot } from './paths.mjs'
import { run } from './run.mjs'

/** Type-checks with TypeScript 7, five times as fast as the 6 that writes the declarations. */
export const checkTypes = (project = 'tsconfig.json') =>
  run(process.execPath, [
    fromRoot('node_modules', 'ts7', 'bin', 'tsc'),
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    project,
  ])
