import { readConfig } from './config.ts'
import { explain, type Platform, startPlatform } from './start.ts'

let platform: Platform | undefined
let isStopping = false

async function stop(): Promise<void> {
  // The second time is meant.
  if (isStopping) process.exit(1)
  isStopping = true
  await platform?.close()
  process.exit(0)
}

process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())

try {
  platform = await startPlatform(readConfig(process.env, process.argv.slice(2)))
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
