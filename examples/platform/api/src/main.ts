import { longestEndMs } from './close-app.ts'
import { readConfig } from './config.ts'
import { openFaults, type PlatformFaults } from './faults.ts'
import { openPlatformLog, type PlatformLog } from './log.ts'
import { openSecrets, type PlatformSecrets } from './open-secrets.ts'
import { explain, type Platform, startPlatform } from './start.ts'

let secrets: PlatformSecrets | undefined
let log: PlatformLog | undefined
let faults: PlatformFaults | undefined
let platform: Platform | undefined
let isEnding = false

/** How long an orderly end may take after an error that nobody expected. */
const lastEffortMs = 8_000
/** How long the last lines of the log and the last reports may take. */
const lastWordsMs = 2_000

async function end(code: number): Promise<void> {
  isEnding = true
  await platform?.close()
  secrets?.close()
  await Promise.all([log?.flush(lastWordsMs), faults?.close(lastWordsMs)])
  process.exit(code)
}

function stop(): void {
  // The second time is meant.
  if (isEnding) process.exit(1)
  setTimeout(() => process.exit(1), longestEndMs).unref()
  end(0).catch(crash)
}

/** After this nothing can be relied on, so that whatever goes on may do harm: what is under way gets its answer, and another process begins. */
function crash(error: unknown): void {
  if (faults) faults.onCrash(error)
  else console.error(explain(error))
  if (isEnding) return
  setTimeout(() => process.exit(1), lastEffortMs)
  end(1).catch(() => process.exit(1))
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

try {
  secrets = await openSecrets(process.env)
  const config = readConfig(secrets.variables, process.argv.slice(2))
  log = openPlatformLog(config)
  secrets.watch(log)
  faults = await openFaults(config, log)
  platform = await startPlatform(config, log, faults)
} catch (error) {
  if (log) log.complain(explain(error))
  else console.error(explain(error))
  await end(1)
}
